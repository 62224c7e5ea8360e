import { buildArmingText } from './arming';
import { LOADED_TYPES } from './loaded-types';
import { buildMarkFilter } from './mark';
import { toSocketOrigin } from './socket-origin';

/** A token and where it may go: from these pages to these APIs. */
export interface Injection {
  access_token: string;
  apiOrigins: readonly string[];
  pageOrigins: readonly string[];
  /** The tabs in which it is switched off. */
  offTabs: readonly number[];
  /** As in `Reach`. */
  links: boolean;
  everything: boolean;
}

type ResourceType = 'main_frame' | 'sub_frame' | 'xmlhttprequest' | (typeof LOADED_TYPES)[number];

/** The part of `chrome.declarativeNetRequest.Rule` that is used here. */
export interface SessionRule {
  id: number;
  /** 1 where it is not given; an `allow` rule overrules those below it. */
  priority?: number;
  condition: {
    urlFilter: string;
    isUrlFilterCaseSensitive: boolean;
    initiatorDomains?: string[];
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

/** A rule that has no number yet. */
type UnnumberedRule = Omit<SessionRule, 'id'>;

/**
 * The declarativeNetRequest session rules for an injection. They hold the token, so they must stay session rules:
 * dynamic ones are written to disk.
 */
export function buildSessionRules(injection: Injection | undefined, mark: string): SessionRule[] {
  if (!injection) return [];
  const { apiOrigins, pageOrigins, links, everything } = injection;
  const withSockets = (apiOrigin: string): string[] => [apiOrigin, ...(everything ? [toSocketOrigin(apiOrigin)] : [])];
  const rules = [
    ...apiOrigins.flatMap((apiOrigin) => [
      buildHeaderRule(injection, apiOrigin, mark),
      ...(links ? [buildLinkRule(injection, apiOrigin)] : []),
      ...(everything ? withSockets(apiOrigin).map((origin) => buildLoadRule(injection, origin)) : []),
      ...withSockets(apiOrigin).flatMap((origin) =>
        ['token', 'revoke'].map((endpoint) => buildExceptionRule(`${origin}/oauth/${endpoint}`)),
      ),
    ]),
    ...pageOrigins.map((pageOrigin) => buildArmingRule(injection, pageOrigin, buildArmingText({ mark, apiOrigins }))),
  ];
  return rules.map((rule, index) => ({ id: index + 1, ...rule }));
}

function buildHeaderRule(injection: Injection, apiOrigin: string, mark: string): UnnumberedRule {
  return buildSetRule(injection, {
    urlFilter: buildMarkFilter(apiOrigin, mark),
    // Looser than it looks: scheme and port are ignored and subdomains included. The mark keeps those out.
    initiatorDomains: listHosts(injection),
    resourceTypes: ['xmlhttprequest'],
    // Without this the CORS preflight would carry the token.
    excludedRequestMethods: ['options'],
  });
}

/** Opened links and typed addresses. Who links cannot be asked for: a typed address has no initiator. */
function buildLinkRule(injection: Injection, apiOrigin: string): UnnumberedRule {
  return buildSetRule(injection, {
    urlFilter: `|${apiOrigin}/`,
    resourceTypes: ['main_frame'],
    requestMethods: ['get', 'head'],
  });
}

/** Whatever the pages load. No mark here: so pages on subdomains of the hosts are not kept out. */
function buildLoadRule(injection: Injection, targetOrigin: string): UnnumberedRule {
  return buildSetRule(injection, {
    urlFilter: `|${targetOrigin}/`,
    initiatorDomains: listHosts(injection),
    resourceTypes: ['sub_frame', 'xmlhttprequest', ...LOADED_TYPES],
    excludedRequestMethods: ['options'],
  });
}

function buildSetRule(
  injection: Injection,
  condition: Omit<SessionRule['condition'], 'isUrlFilterCaseSensitive'>,
): UnnumberedRule {
  return {
    condition: { ...condition, isUrlFilterCaseSensitive: true, ...excludeTabs(injection) },
    action: {
      type: 'modifyHeaders',
      requestHeaders: [{ header: 'Authorization', operation: 'set', value: `Bearer ${injection.access_token}` }],
    },
  };
}

function listHosts({ pageOrigins }: Injection): string[] {
  return [...new Set(pageOrigins.map((origin) => new URL(origin).hostname))];
}

function excludeTabs({ offTabs }: Injection): { excludedTabIds?: number[] } {
  return offTabs.length === 0 ? {} : { excludedTabIds: [...offTabs] };
}

/**
 * Keeps the header off an endpoint, whatever the mark says. The page script marks no request to it, but a redirect
 * inherits the mark of the request that was redirected.
 */
function buildExceptionRule(url: string): UnnumberedRule {
  return {
    priority: 2,
    condition: { urlFilter: `|${url}^`, isUrlFilterCaseSensitive: false, resourceTypes: ALL_TYPES },
    action: { type: 'allow' },
  };
}

/** Tells the documents of a page origin mark and API origins before their first line runs. */
function buildArmingRule(injection: Injection, pageOrigin: string, arming: string): UnnumberedRule {
  return {
    condition: {
      urlFilter: `|${pageOrigin}/`,
      isUrlFilterCaseSensitive: true,
      resourceTypes: ['main_frame', 'sub_frame'],
      ...excludeTabs(injection),
    },
    action: {
      type: 'modifyHeaders',
      responseHeaders: [
        { header: 'Server-Timing', operation: 'append', value: `kc;desc="${arming}"` },
        // With it, any site that frames this document could read the header above.
        { header: 'Timing-Allow-Origin', operation: 'remove' },
      ],
    },
  };
}
