import type { UserManifest } from 'wxt';

const KNETIKCLOUD = 'https://*.knetikcloud.com/*';
const OTHER_HOSTS = ['https', 'wss']
  .map((scheme) => `${scheme}://*/*`)
  .concat(['http', 'ws'].flatMap((scheme) => [`${scheme}://localhost/*`, `${scheme}://127.0.0.1/*`]));

/** The manifest beyond the entrypoints. README.md says of each permission why it is asked for. */
export function buildManifest(build: { browser: string; command: string }): UserManifest {
  const isFirefox = build.browser === 'firefox';
  return {
    name: 'KnetikCloud Credential Helper',
    short_name: 'KnetikCloud',
    description: 'Log in to KnetikCloud once; its pages send the bearer token by themselves and never see it.',
    permissions: isFirefox
      ? ['storage', 'alarms', 'idle', 'activeTab', 'webRequest', 'webRequestBlocking']
      : ['storage', 'alarms', 'idle', 'activeTab', 'webRequest', 'declarativeNetRequestWithHostAccess', 'scripting'],
    optional_permissions: ['notifications'],
    host_permissions: [KNETIKCLOUD, KNETIKCLOUD.replace('https', 'wss')],
    // Asked for one by one, when the user adds a page or an API of another host.
    optional_host_permissions: OTHER_HOSTS,
    action: {
      default_title: 'KnetikCloud Credential Helper',
      // Firefox would hide it in the extensions menu. Chromium does, and has no way out but the user's pin.
      ...(isFirefox && { default_area: 'navbar' as const }),
    },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      'lock-vault': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: 'Lock the vault: no page sends a token',
      },
    },
    // The development server needs more, and WXT adds it there.
    ...(build.command === 'build' && { content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY } }),
    ...(isFirefox
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'credential-helper@knetikcloud.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          // Intl.DurationFormat came with 129.
          minimum_chrome_version: '130',
          // What an administrator may set. Firefox passes on whatever it is given.
          storage: { managed_schema: 'managed-schema.json' },
        }),
  };
}

/** `connect-src` also binds the background: nothing leaves in clear, but to this machine. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  'connect-src https: http://localhost:* http://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
