import type { UserManifest } from 'wxt';

const KNETIKCLOUD = 'https://*.knetikcloud.com/*';
const OTHER_HOSTS = ['https', 'wss']
  .map((scheme) => `${scheme}://*/*`)
  .concat(['http', 'ws'].flatMap((scheme) => [`${scheme}://localhost/*`, `${scheme}://127.0.0.1/*`]));

const PERMISSIONS = ['storage', 'alarms', 'idle', 'activeTab', 'contextMenus', 'webRequest'];

/** The manifest beyond the entrypoints. README.md says of each permission why it is asked for. */
export function buildManifest(build: { browser: string; command: string }): UserManifest {
  const isFirefox = build.browser === 'firefox';
  return {
    // The browser fills these in, from utils/locales.
    default_locale: 'en',
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_shortName__',
    description: '__MSG_extension_description__',
    permissions: isFirefox
      ? [...PERMISSIONS, 'webRequestBlocking']
      : [...PERMISSIONS, 'declarativeNetRequestWithHostAccess', 'scripting', 'sidePanel'],
    optional_permissions: [
      'notifications',
      'clipboardRead',
      'clipboardWrite',
      ...(isFirefox ? [] : ['offscreen' as const]),
    ],
    host_permissions: [KNETIKCLOUD, KNETIKCLOUD.replace('https', 'wss')],
    // Asked for one by one, when the user adds a page or an API of another host.
    optional_host_permissions: OTHER_HOSTS,
    action: {
      default_title: '__MSG_extension_name__',
      // Firefox would hide it in the extensions menu. Chromium does, and has no way out but the user's pin.
      ...(isFirefox && { default_area: 'navbar' as const }),
    },
    // Chromium takes no more than four suggested keys.
    commands: {
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

/**
 * `connect-src` also binds the background: nothing leaves in clear, but to this machine. `'self'` are the extension's
 * own files, which the options page checks against the build's list.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "base-uri 'none'",
  "form-action 'none'",
  // Only the developer tools may: the panel is framed by them.
  'frame-ancestors devtools:',
].join('; ');
