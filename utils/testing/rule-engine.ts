import type { SessionRule } from '@/utils/injection/session-rules';

/** A request as the browser matches it against rules. */
export interface RuledRequest {
  /** With its fragment. */
  url: string;
  method: string;
  type: string;
  /** Origin of the page that asks; absent for a typed address. */
  initiator?: string;
  tabId?: number;
}

/** The Authorization header that Chromium would set by these rules; throws where they contradict each other. */
export function getRuledHeader(rules: readonly SessionRule[], request: RuledRequest): string | undefined {
  const matching = rules.filter(({ condition }) => matches(condition, request));
  const allowed = Math.max(0, ...matching.filter(({ action }) => action.type === 'allow').map(getPriority));
  const setting = matching.filter(({ action, priority }) => action.requestHeaders && priority > allowed);
  const highest = Math.max(...setting.map(getPriority));
  const winners = setting.filter(({ priority }) => priority === highest);
  const values = new Set(winners.map(({ action }) => action.requestHeaders?.[0]?.value));
  if (values.size > 1) throw new Error(`Rules contradict each other: ${JSON.stringify(winners)}`);
  return [...values][0];
}

/** What the page's documents are told by these rules. */
export function getToldArming(rules: readonly SessionRule[], page: string): string | undefined {
  const document = { url: `${page}/`, method: 'GET', type: 'main_frame' };
  const telling = rules.filter(({ action, condition }) => action.responseHeaders && matches(condition, document));
  if (telling.length > 1) throw new Error(`A page is told twice: ${page}`);
  const header = telling[0]?.action.responseHeaders?.[0];
  return header && 'value' in header ? header.value : undefined;
}

const getPriority = ({ priority }: SessionRule): number => priority;

function matches(condition: SessionRule['condition'], request: RuledRequest): boolean {
  const { urlFilter, isUrlFilterCaseSensitive, resourceTypes, initiatorDomains, requestMethods } = condition;
  const { excludedInitiatorDomains = [], excludedRequestMethods = [], excludedTabIds = [] } = condition;
  const { url, initiator, tabId = -1 } = request;
  const host = initiator === undefined ? undefined : new URL(initiator).hostname;
  const method = request.method.toLowerCase();
  const isBelow = (domain: string): boolean => host === domain || (host?.endsWith(`.${domain}`) ?? false);
  return (
    buildExpression(urlFilter, isUrlFilterCaseSensitive).test(url) &&
    resourceTypes.some((type) => type === request.type) &&
    (initiatorDomains?.some(isBelow) ?? true) &&
    !excludedInitiatorDomains.some(isBelow) &&
    // A list of methods leaves out what is not HTTP.
    (requestMethods ? url.startsWith('http') && requestMethods.includes(method) : true) &&
    !excludedRequestMethods.includes(method) &&
    !excludedTabIds.includes(tabId)
  );
}

/** `|` anchors, `*` is anything, `^` a separator or the end, the rest is literal. */
function buildExpression(filter: string, isCaseSensitive: boolean): RegExp {
  const middle = filter.replace(/^\||\|$/g, '').replaceAll(/[\s\S]/g, (char) => {
    if (char === '*') return '.*';
    return char === '^' ? '(?:[^\\w.%-]|$)' : RegExp.escape(char);
  });
  const [start, end] = [filter.startsWith('|') ? '^' : '', filter.endsWith('|') ? '$' : ''];
  return new RegExp(`${start}${middle}${end}`, isCaseSensitive ? 's' : 'is');
}
