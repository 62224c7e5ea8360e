import browser, { type WebRequest } from 'webextension-polyfill';
import { buildHostPattern } from '@/utils/injection/host-pattern';
import { buildMark, buildMarkFilter, markUrl } from '@/utils/injection/mark';
import type { Adder, ProbeTarget } from '@/utils/services/self-test-ports';
import { PROBE_HEADER, sendProbe } from './send-probe';

/** Far from those of the background, which are counted from 1. */
const RULE_ID = 1_000_000;

const buildValue = (): string => buildMark((bytes) => crypto.getRandomValues(bytes));

/** Something that everybody may read; the query keeps a cache from answering, and two probes apart. */
const buildProbeUrl = (origin: string, value: string, target: ProbeTarget): string =>
  `${origin}/version?${new URLSearchParams({ [target]: value })}`;

/** Chromium: a session rule like those that carry the token, with a dummy, for requests of the extension's own. */
export async function installRuleAdder(origin: string): Promise<Adder> {
  const value = buildValue();
  const { declarativeNetRequest } = browser;
  const rule = {
    id: RULE_ID,
    priority: 1,
    condition: {
      urlFilter: buildMarkFilter(origin, value),
      isUrlFilterCaseSensitive: true,
      initiatorDomains: [browser.runtime.id],
      resourceTypes: ['xmlhttprequest' as const],
    },
    action: {
      type: 'modifyHeaders' as const,
      requestHeaders: [{ header: PROBE_HEADER, operation: 'set' as const, value }],
    },
  };
  await declarativeNetRequest.updateSessionRules({ removeRuleIds: [RULE_ID], addRules: [rule] });
  return {
    value,
    send(target) {
      const url = buildProbeUrl(origin, value, target);
      return sendProbe(target === 'chosen' ? markUrl(url, value) : url);
    },
    remove: () => declarativeNetRequest.updateSessionRules({ removeRuleIds: [RULE_ID] }),
  };
}

/** Firefox: a blocking listener like the one that adds the token, with a dummy, for requests of the extension's own. */
export async function installListenerAdder(origin: string): Promise<Adder> {
  const value = buildValue();
  const { onBeforeSendHeaders } = browser.webRequest;
  const chosen = buildProbeUrl(origin, value, 'chosen');
  const add = ({ url, requestHeaders = [] }: WebRequest.OnBeforeSendHeadersDetailsType): WebRequest.BlockingResponse =>
    url === chosen ? { requestHeaders: [...requestHeaders, { name: PROBE_HEADER, value }] } : {};
  const filter: WebRequest.RequestFilter = { urls: [buildHostPattern(origin)], types: ['xmlhttprequest'] };
  onBeforeSendHeaders.addListener(add, filter, ['blocking', 'requestHeaders']);
  return {
    value,
    send: (target) => sendProbe(buildProbeUrl(origin, value, target)),
    async remove() {
      onBeforeSendHeaders.removeListener(add);
    },
  };
}
