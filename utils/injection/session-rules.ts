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
  condition: {
    urlFilter: string;
    isUrlFilterCaseSensitive: true;
    initiatorDomains?: string[];
    resourceTypes: ('main_frame' | 'sub_frame' | 'xmlhttprequest')[];
    excludedRequestMethods?: string[];
  };
  action: {
    type: 'modifyHeaders';
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
    ...pageOrigins.map((pageOrigin, index) =>
      buildArmingRule(pageOrigin, buildArmingText({ mark, apiOrigins: [apiOrigin] }), index + 2),
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
