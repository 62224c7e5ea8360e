import { ofetch } from 'ofetch';
import browser, { type WebRequest } from 'webextension-polyfill';
import { buildHostPattern } from '@/utils/injection/host-pattern';
import { isAllowedOrigin } from '@/utils/profiles/allowed-hosts';
import type { Departure } from '@/utils/services/self-test-ports';
import { BARE_REQUEST } from './bare-request';
import { readPolicy } from './team-policy';

export const PROBE_HEADER = 'X-KnetikCloud-Self-Test';

const TIMEOUT_MS = 4000;
/** The browser tells of a request's leaving before its answer comes; where none has come, not much later. */
const PATIENCE_MS = 300;

/** Sends a request of this page's own, and answers what the browser says has left. No page and no token has a part in it. */
export async function sendProbe(url: string): Promise<Departure | undefined> {
  const { policy } = await readPolicy();
  if (!isAllowedOrigin(policy, new URL(url).origin)) return undefined;
  let seen: Departure | undefined;
  // Some browsers tell addresses without their fragment.
  const address = withoutFragment(url);
  const note = ({ url: sent, requestHeaders = [] }: WebRequest.OnSendHeadersDetailsType): void => {
    if (withoutFragment(sent) !== address) return;
    const added = requestHeaders.find(({ name }) => name.toLowerCase() === PROBE_HEADER.toLowerCase());
    seen = { header: added?.value };
  };
  const { onSendHeaders } = browser.webRequest;
  onSendHeaders.addListener(note, { urls: [buildHostPattern(url)], types: ['xmlhttprequest'] }, ['requestHeaders']);
  try {
    // What it answers does not matter, nor whether it does.
    await ofetch.raw(url, { ...BARE_REQUEST, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => {});
    if (!seen) await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    return seen;
  } finally {
    onSendHeaders.removeListener(note);
  }
}

const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? '';
