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

  it('opens the popup, gets a token, pauses and locks the vault by keyboard', () => {
    expect(manifest.commands).toEqual({
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      'get-token': {
        suggested_key: { default: 'Alt+Shift+G' },
        description: '__MSG_command_getToken__',
      },
      'toggle-pause': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_command_togglePause__',
      },
      'lock-vault': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_command_lockVault__',
      },
    });
  });

  it('suggests no more keys than Chromium takes', () => {
    const suggested = Object.values(manifest.commands ?? {}).filter((command) => command.suggested_key);
    expect(suggested.length).toBeLessThanOrEqual(4);
  });

  it('asks for what its menu and its side panel need', () => {
    expect(manifest.permissions).toContain('contextMenus');
    expect(manifest.permissions?.includes('sidePanel')).toBe(browser === 'chrome');
  });

  it('learns when the user is away, without which nothing would lock by itself', () => {
    expect(manifest.permissions).toContain('idle');
  });

  it.each(['web_accessible_resources', 'externally_connectable', 'content_scripts'])('has no %s', (key) => {
    expect(manifest).not.toHaveProperty(key);
  });

  it('lets the extension load nothing but its own files, and connect over https or to this machine only', () => {
    const policy = manifest.content_security_policy?.extension_pages ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy.match(/connect-src ([^;]*)/)?.[1]).toBe("'self' https: http://localhost:* http://127.0.0.1:*");
    expect(policy).not.toMatch(/unsafe|wasm|data:|blob:/);
  });

  it('lets nobody but the developer tools frame a page of the extension', () => {
    expect(manifest.content_security_policy?.extension_pages).toMatch(/; frame-ancestors devtools:$/);
  });

  it('tells Chrome, and only Chrome, what an administrator may set', () => {
    const storage = browser === 'chrome' ? { managed_schema: 'managed-schema.json' } : undefined;
    expect(manifest.storage).toEqual(storage);
  });
});
