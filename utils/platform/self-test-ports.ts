import { ofetch } from 'ofetch';
import browser from 'webextension-polyfill';
import { buildHostPattern } from '@/utils/injection/host-pattern';
import { DEFAULT_BASE_URL, isKnetikCloudHost } from '@/utils/oauth2/base-url';
import { isAllowedOrigin } from '@/utils/profiles/allowed-hosts';
import { getLoginOrigin } from '@/utils/profiles/profile';
import { listOrigins } from '@/utils/profiles/situation';
import type { SelfTestPorts, ServerAnswer } from '@/utils/services/self-test-ports';
import { BARE_REQUEST } from './bare-request';
import { installListenerAdder, installRuleAdder } from './install-adder';
import { hasHostPermission } from './permissions';
import { readPopupState } from './popup-state';
import { readProfiles } from './profile-storage';
import { readPolicy } from './team-policy';

const TIMEOUT_MS = 5000;
const NAME = 'selfTest';
const DAY_MS = 24 * 60 * 60_000;

/** The API of the profile that the popup shows; KnetikCloud's own where there is none. */
export async function readApiOrigin(): Promise<string> {
  const shown = await readPopupState();
  return (shown && getLoginOrigin(shown.profile)) ?? DEFAULT_BASE_URL;
}

/** What the self-test needs of this browser, tried with this API. */
export function buildSelfTestPorts(origin: string): SelfTestPorts {
  return {
    adding: import.meta.env.FIREFOX ? 'listener' : 'rules',
    hasHostAccess: () => hasHostPermission(origin),
    installAdder: () => (import.meta.env.FIREFOX ? installListenerAdder(origin) : installRuleAdder(origin)),
    ...(!import.meta.env.FIREFOX && { hasPageScripts }),
    askServer: () => askServer(origin),
    trySessionStorage,
    readPolicy,
    tryAlarm,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}

async function hasPageScripts(): Promise<boolean> {
  const inManifest = browser.runtime.getManifest().content_scripts?.flatMap(({ js }) => js ?? []) ?? [];
  const isComplete = (scripts: readonly string[]): boolean =>
    ['page', 'page-relay'].every((name) => scripts.includes(`content-scripts/${name}.js`));
  if (!isComplete(inManifest)) return false;
  const { pages } = listOrigins(await readProfiles());
  const wanted = pages.filter((page) => !isKnetikCloudHost(new URL(page).hostname)).map(buildHostPattern);
  const registered = await browser.scripting.getRegisteredContentScripts();
  return wanted.every((pattern) =>
    isComplete(registered.filter(({ matches }) => matches?.includes(pattern)).flatMap(({ js }) => js ?? [])),
  );
}

async function askServer(origin: string): Promise<ServerAnswer | undefined> {
  const { policy } = await readPolicy();
  if (!isAllowedOrigin(policy, origin)) return undefined;
  try {
    const { status, headers } = await ofetch.raw(`${origin}/version`, {
      ...BARE_REQUEST,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const date = headers.get('date');
    return { status, ...(date !== null && { date }), receivedAtMs: Date.now() };
  } catch {
    return undefined;
  }
}

async function trySessionStorage(): Promise<boolean> {
  const value = crypto.randomUUID();
  const { session } = browser.storage;
  try {
    await session.set({ [NAME]: value });
    return (await session.get(NAME))[NAME] === value;
  } finally {
    await session.remove(NAME);
  }
}

async function tryAlarm(): Promise<boolean> {
  try {
    await browser.alarms.create(NAME, { when: Date.now() + DAY_MS });
    return (await browser.alarms.get(NAME)) !== undefined;
  } finally {
    await browser.alarms.clear(NAME);
  }
}
