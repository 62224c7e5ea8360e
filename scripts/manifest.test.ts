// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { buildManifest } from './manifest.ts';

describe.each(['chrome', 'firefox'])('The manifest for %s', (browser) => {
  const manifest = buildManifest({ browser, command: 'build' });

  it('asks for KnetikCloud’s hosts, and for others only when the user wants them', () => {
    expect(manifest.host_permissions).toEqual(['https://*.knetikcloud.com/*', 'wss://*.knetikcloud.com/*']);
    expect(manifest.optional_host_permissions).toEqual([
      'https://*/*',
      'wss://*/*',
      'http://localhost/*',
      'http://127.0.0.1/*',
      'ws://localhost/*',
      'ws://127.0.0.1/*',
    ]);
    expect(manifest.permissions?.filter((permission) => permission.includes('/'))).toEqual([]);
  });

  it.each(['web_accessible_resources', 'externally_connectable', 'content_scripts'])('has no %s', (key) => {
    expect(manifest).not.toHaveProperty(key);
  });

  it('lets the extension load nothing, and connect over https or to this machine only', () => {
    const policy = manifest.content_security_policy?.extension_pages ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy.match(/connect-src ([^;]*)/)?.[1]).toBe('https: http://localhost:* http://127.0.0.1:*');
    expect(policy).not.toMatch(/unsafe|wasm|data:|blob:/);
  });
});
