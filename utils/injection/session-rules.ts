import { buildArmingText } from './arming';
import { buildMarkFilter } from './mark';

/** A token and where it may go. */
export interface Injection {
  access_token: string;
  apiOrigin: string;
  pageOrigins: readonly string[];
}

/** The part of `chrome.declarativeNetRequest.Rule` that is used here. */
export interface SessionRule {
  id: number;
  /** 1 where it is not given; an `allow` rule overrules those below it. */
  priority?: number;
  condition: {
    urlFilter: string;
    isUrlFilterCaseSensitive: boolean;
    initiatorDomains?: string[];
    resourceTypes: ('main_frame' | 'sub_frame' | 'xmlhttprequest')[];
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

/**
 * The declarativeNetRequest session rules for an injection. They hold the token, so they must stay session rules:
 * dynamic ones are written to disk.
 */
export function buildSessionRules(injection: Injection | undefined, mark: string): SessionRule[] {
  if (!injection) return [];
  const { apiOrigin, pageOrigins } = injection;
  return [
    buildHeaderRule(injection, mark),
    buildExceptionRule(`${apiOrigin}/oauth/token`, 2),
    buildExceptionRule(`${apiOrigin}/oauth/revoke`, 3),
    ...pageOrigins.map((pageOrigin, index) =>
      buildArmingRule(pageOrigin, buildArmingText({ mark, apiOrigins: [apiOrigin] }), index + 4),
    ),
  ];
}

function buildHeaderRule({ access_token, apiOrigin, pageOrigins }: Injection, mark: string): SessionRule {
  return {
    id: 1,
    condition: {
      urlFilter: buildMarkFilter(apiOrigin, mark),
      isUrlFilterCaseSensitive: true,
      // Looser than it looks: scheme and port are ignored and subdomains included. The mark keeps those out.
      initiatorDomains: pageOrigins.map((origin) => new URL(origin).hostname),
      resourceTypes: ['xmlhttprequest'],
      // Without this the CORS preflight would carry the token.
      excludedRequestMethods: ['options'],
    },
    action: {
      type: 'modifyHeaders',
      requestHeaders: [{ header: 'Authorization', operation: 'set', value: `Bearer ${access_token}` }],
    },
  };
}

/**
 * Keeps the header off an endpoint, whatever the mark says. The page script marks no request to it, but a redirect
 * inherits the mark of the request that was redirected.
 */
function buildExceptionRule(url: string, id: number): SessionRule {
  return {
    id,
    priority: 2,
    condition: { urlFilter: `|${url}^`, isUrlFilterCaseSensitive: false, resourceTypes: ['xmlhttprequest'] },
    action: { type: 'allow' },
  };
}

/** Tells the documents of a page origin mark and API origins before their first line runs. */
function buildArmingRule(pageOrigin: string, arming: string, id: number): SessionRule {
  return {
    id,
    condition: {
      urlFilter: `|${pageOrigin}/`,
      isUrlFilterCaseSensitive: true,
      resourceTypes: ['main_frame', 'sub_frame'],
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
