import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Harness } from './harness.ts';
import { API, FOREIGN, SUBDOMAIN } from './hosts.ts';

/** Whatever anybody could want of the background: type and data of each message. */
export const FORGED_MESSAGES = [
  ['requestToken', { profileId: 'any', form: { grant: 'password', base_url: 'https://evil.knetikcloud.com' } }],
  ['renewToken', 'any'],
  ['whoAmI', 'any'],
  ['cancelTokenRequest', 'any'],
  ['changeSwitches', { kind: 'all', on: false }],
  ['changeReach', { profileId: 'any', change: { kind: 'add', what: 'pages', origin: SUBDOMAIN } }],
  ['chooseProfile', { profileId: 'any', routes: [{ page: SUBDOMAIN, api: API }] }],
  ['allowWriting', { profileId: 'any', minutes: 60 }],
  ['changeProfiles', { kind: 'remove', ids: ['any'] }],
  ['importProfiles', []],
  ['createVault', 'a passphrase of somebody else'],
  ['unlockVault', { passphrase: 'a guess', source: 'vault' }],
  ['lockVault', null],
  ['changePassphrase', { passphrase: 'a guess', next: 'a passphrase of somebody else' }],
  ['forgetVault', null],
  ['goOnWithPermission', null],
  ['clearActivity', null],
  ['logOut', 'any'],
  ['wakeUp', null],
] as const;

/** Sends each message to the extension named, by message and by port; runs in the hostile extension. */
const SEND_ALL = `
  const api = globalThis.browser ?? chrome;
  const sendAll = async (target, messages) => {
    const answers = [];
    for (const [type, data] of messages) {
      const message = { id: 0, type, data, timestamp: Date.now() };
      await api.runtime.sendMessage(target, message).then((answer) => answers.push('ANSWERED ' + JSON.stringify(answer)), (error) => answers.push(String(error)));
      try {
        const port = api.runtime.connect(target, { name: type });
        port.onMessage.addListener((answer) => answers.push('ANSWERED ' + JSON.stringify(answer)));
        const ended = new Promise((resolve) => { port.onDisconnect.addListener(resolve); setTimeout(resolve, 100); });
        port.postMessage(message);
        await ended;
        void api.runtime.lastError;
      } catch (error) { answers.push(String(error)); }
    }
    return answers;
  };`;

/**
 * Installs another extension, which has no permission for KnetikCloud's hosts. On a page of `FOREIGN` it answers the
 * event `attack` (whose detail is JSON: target, messages, url) with an event `attacked`: what its background and its
 * content script were told, when they sent those messages and asked for that URL.
 */
export async function installHostileExtension({ browser, browserName, profilePath }: Harness): Promise<void> {
  // There it is removed with the rest.
  const folder = join(profilePath, 'hostile');
  await mkdir(folder);
  const files = {
    'manifest.json': JSON.stringify({
      manifest_version: 3,
      name: 'Hostile',
      version: '1',
      background: browserName === 'firefox' ? { scripts: ['background.js'] } : { service_worker: 'background.js' },
      content_scripts: [{ matches: [`${FOREIGN}/*`], js: ['content.js'], run_at: 'document_start' }],
      browser_specific_settings: { gecko: { id: 'hostile@evil.example' } },
    }),
    'background.js': `${SEND_ALL}
      api.runtime.onMessage.addListener(({ target, messages, url }, _sender, sendResponse) => {
        Promise.all([sendAll(target, messages), fetch(url).then(({ status }) => status, String)]).then(sendResponse);
        return true;
      });`,
    'content.js': `${SEND_ALL}
      document.addEventListener('attack', async ({ detail }) => {
        const { target, messages, url } = JSON.parse(detail);
        const told = [await api.runtime.sendMessage({ target, messages, url }), await sendAll(target, messages)];
        await fetch(url).catch(() => {});
        document.dispatchEvent(new CustomEvent('attacked', { detail: JSON.stringify(told) }));
      });`,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  await browser.installExtension(folder);
}
