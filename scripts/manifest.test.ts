// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { buildManifest } from './manifest.ts';

describe.each(['chrome', 'firefox'])('The manifest for %s', (browser) => {
  const manifest = buildManifest({ browser, command: 'build' });

  it('asks for KnetikCloud’s hosts and no others', () => {
    expect(manifest.host_permissions).toEqual(['https://*.knetikcloud.com/*']);
    expect(manifest.permissions?.filter((permission) => permission.includes('/'))).toEqual([]);
  });

  it.each(['web_accessible_resources', 'externally_connectable', 'content_scripts'])('has no %s', (key) => {
    expect(manifest).not.toHaveProperty(key);
  });

  it('lets the extension load nothing and connect to KnetikCloud only', () => {
    const policy = manifest.content_security_policy?.extension_pages ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy.match(/connect-src ([^;]*)/)?.[1]).toBe('https://*.knetikcloud.com:*');
    expect(policy).not.toMatch(/unsafe|wasm|data:|blob:/);
  });
});
