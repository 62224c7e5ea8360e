import { type Arming, buildArmedPages, buildArmingText } from './arming';
import { type Injection, NO_PAGE, type Route } from './injection';
import { type LoadRoute, listLoadRoutes } from './load-routes';
import { LOADED_TYPES } from './loaded-types';
import { buildMarkFilter } from './mark';
import type { Fitting } from './rule-limit';
import { toSocketOrigin } from './socket-origin';

type ResourceType = 'main_frame' | 'sub_frame' | 'xmlhttprequest' | (typeof LOADED_TYPES)[number];

/** The part of `chrome.declarativeNetRequest.Rule` that is used here. */
export interface SessionRule {
  id: number;
  priority: number;
  condition: {
    urlFilter: string;
    isUrlFilterCaseSensitive: boolean;
    initiatorDomains?: string[];
    excludedInitiatorDomains?: string[];
    requestMethods?: string[];
    excludedTabIds?: number[];
    resourceTypes: ResourceType[];
    excludedRequestMethods?: string[];
  };
  action: {
    type: 'modifyHeaders' | 'allow';
    requestHeaders?: { header: string; operation: 'set'; value: string }[];
    responseHeaders?: (
      | { header: string; operation: 'append'; value: string }
      | { header: string; operation: 'remove' }
    )[];
  };
}

const ALL_TYPES: ResourceType[] = ['main_frame', 'sub_frame', 'xmlhttprequest', ...LOADED_TYPES];

/**
 * Of the rules that set the same header the highest wins, and an `allow` rule overrules those below it: the exact rule
 * goes before one that only knows hosts, and the exceptions go before all.
 */
const PRIORITY = { unmarked: 1, arming: 1, marked: 2, exception: 3 } as const;

/** A rule that has no number yet. */
type UnnumberedRule = Omit<SessionRule, 'id'>;

/**
 * The declarativeNetRequest session rules for all that is to be injected. They hold the tokens, so they must stay session
 * rules: dynamic ones are written to disk.
 * @param marks by the origin of the page; a page without one gets no token
 */
export function buildSessionRules(fitting: Fitting, marks: Readonly<Record<string, string>>): SessionRule[] {
  const { injections, offTabs } = fitting;
  const armedPages = Object.entries(buildArmedPages(fitting, marks).pages);
  const rules = [
    ...injections.flatMap((injection) =>
      injection.routes.flatMap((route) => {
        if (route.page === NO_PAGE) return [buildLinkRule(injection, route)];
        const mark = marks[route.page];
        return mark === undefined ? [] : [buildMarkedRule(injection, route, mark)];
      }),
    ),
    ...listLoadRoutes(fitting).flatMap(buildLoadRules),
    ...listTargets(injections).flatMap((origin) =>
      ['token', 'revoke'].map((endpoint) => buildExceptionRule(`${origin}/oauth/${endpoint}`)),
    ),
    ...armedPages.map(([page, arming]) => buildArmingRule(page, arming)),
  ];
  return rules.map((rule, index) => ({ id: index + 1, ...exceptInTabs(rule, offTabs) }));
}

/** Every origin that a rule may send a token to, each once. */
function listTargets(injections: readonly Injection[]): string[] {
  const targets = injections.flatMap(({ routes, everything }) =>
    routes.flatMap(({ api }) => [api, ...(everything ? [toSocketOrigin(api)] : [])]),
  );
  return [...new Set(targets)];
}

/** Binds page, API and token: the mark is that page's alone, and good for nothing but the page's own routes. */
function buildMarkedRule(injection: Injection, { page, api }: Route, mark: string): UnnumberedRule {
  return buildSetRule(injection, PRIORITY.marked, {
    urlFilter: buildMarkFilter(api, mark),
    // Looser than it looks: scheme and port are ignored and subdomains included. The mark keeps those out.
    initiatorDomains: [new URL(page).hostname],
    resourceTypes: ['xmlhttprequest'],
    ...limitMethods(injection),
  });
}

/** Opened links and typed addresses. Who links cannot be asked for: a typed address has no initiator. */
function buildLinkRule(injection: Injection, { api }: Route): UnnumberedRule {
  return buildSetRule(injection, PRIORITY.unmarked, {
    urlFilter: `|${api}/`,
    resourceTypes: ['main_frame'],
    requestMethods: ['get', 'head'],
  });
}

/** Whatever the pages of a host load. No mark here: so hosts below it that have no pages are not kept out. */
function buildLoadRules({ host, excludedHosts, api, injection }: LoadRoute): UnnumberedRule[] {
  // A WebSocket opens with a GET, but can write whatever it likes.
  const targets = injection.isReadOnly ? [api] : [api, toSocketOrigin(api)];
  return targets.map((target) =>
    buildSetRule(injection, PRIORITY.unmarked, {
      urlFilter: `|${target}/`,
      initiatorDomains: [host],
      ...(excludedHosts.length > 0 && { excludedInitiatorDomains: [...excludedHosts] }),
      resourceTypes: ['sub_frame', 'xmlhttprequest', ...LOADED_TYPES],
      ...limitMethods(injection),
    }),
  );
}

/** Naming methods leaves out the rest, WebSockets too; where all are meant, the CORS preflight must not carry the token. */
function limitMethods({ isReadOnly }: Injection): { requestMethods: string[] } | { excludedRequestMethods: string[] } {
  return isReadOnly ? { requestMethods: ['get', 'head'] } : { excludedRequestMethods: ['options'] };
}

function buildSetRule(
  { access_token }: Injection,
  priority: number,
  condition: Omit<SessionRule['condition'], 'isUrlFilterCaseSensitive'>,
): UnnumberedRule {
  return {
    priority,
    condition: { ...condition, isUrlFilterCaseSensitive: true },
    action: {
      type: 'modifyHeaders',
      requestHeaders: [{ header: 'Authorization', operation: 'set', value: `Bearer ${access_token}` }],
    },
  };
}

/** An exception is one in every tab. */
function exceptInTabs(rule: UnnumberedRule, offTabs: readonly number[]): UnnumberedRule {
  if (offTabs.length === 0 || rule.action.type === 'allow') return rule;
  return { ...rule, condition: { ...rule.condition, excludedTabIds: [...offTabs] } };
}

/**
 * Keeps the header off an endpoint, whatever the mark says. The page script marks no request to it, but a redirect
 * inherits the mark of the request that was redirected.
 */
function buildExceptionRule(url: string): UnnumberedRule {
  return {
    priority: PRIORITY.exception,
    condition: { urlFilter: `|${url}^`, isUrlFilterCaseSensitive: false, resourceTypes: ALL_TYPES },
    action: { type: 'allow' },
  };
}

/** Tells the documents of a page origin mark and API origins before their first line runs. */
function buildArmingRule(page: string, arming: Arming): UnnumberedRule {
  return {
    priority: PRIORITY.arming,
    condition: {
      urlFilter: `|${page}/`,
      isUrlFilterCaseSensitive: true,
      resourceTypes: ['main_frame', 'sub_frame'],
    },
    action: {
      type: 'modifyHeaders',
      responseHeaders: [
        { header: 'Server-Timing', operation: 'append', value: `kc;desc="${buildArmingText(arming)}"` },
        // With it, any site that frames this document could read the header above.
        { header: 'Timing-Allow-Origin', operation: 'remove' },
      ],
    },
  };
}
