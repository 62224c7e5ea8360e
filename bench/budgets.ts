import type { Budget, Limit } from './support/budget.ts';

type CallLimits = Record<string, { inCall: number; untilLeft: number }>;

/** The page script's own microseconds, call by call: its floor is nearly nothing, so a ratio to it would be chance. */
function buildCallBudgets(whither: string, limits: CallLimits): Budget[] {
  const part = `Page script alone, ${whither}`;
  return Object.entries(limits).flatMap(([kind, { inCall, untilLeft }]): Budget[] => [
    { part, what: `${kind}, in the call`, limit: { added: inCall } },
    { part, what: `${kind}, until it leaves`, limit: { added: untilLeft } },
  ]);
}

function buildRequestBudgets(figure: string, limits: { own: Limit; armed: Limit; notArmed: Limit }): Budget[] {
  return ['to the API', 'elsewhere'].flatMap((whither): Budget[] => {
    const part = `Real requests ${whither}, ${figure}`;
    return [
      { part, without: 'own native', limit: limits.own },
      { part, with: 'armed', limit: limits.armed },
      { part, with: 'not armed', limit: limits.notArmed },
    ];
  });
}

/**
 * What each figure may be in Chromium, against its floor in the same run; the first that fits a row holds. On a busy machine
 * of two cores a median moves by up to a half from run to run. So each limit lies 1.5 to 1.9 times above what is usual
 * there: noise seldom reaches it, a doubling of the figure does. Where the floor is most of a figure (a whole page load, a real
 * request), a doubling of what we add is seen in the rows without the network instead.
 */
export const BUDGETS: readonly Budget[] = [
  { part: 'JavaScript heap', limit: { ratio: 1.7 } },
  { part: 'Page load', what: 'document start → DOMContentLoaded', limit: { ratio: 3.5 } },
  { part: 'Page load', what: 'navigation → DOMContentLoaded', limit: { ratio: 1.6 } },
  { part: 'Page load', what: 'scripts, processor time', limit: { added: 1.8 } },
  ...buildCallBudgets('to the API', {
    'fetch(url)': { inCall: 6.5, untilLeft: 5.5 },
    'fetch(url, init)': { inCall: 29, untilLeft: 29 },
    'fetch(url, init with body)': { inCall: 65, untilLeft: 44 },
    'fetch(Request)': { inCall: 68, untilLeft: 65 },
    'fetch(Request with body)': { inCall: 1200, untilLeft: 1300 },
    XMLHttpRequest: { inCall: 13.5, untilLeft: 12 },
  }),
  ...buildCallBudgets('elsewhere', {
    'fetch(url)': { inCall: 7, untilLeft: 6.5 },
    'fetch(url, init)': { inCall: 7.5, untilLeft: 7 },
    'fetch(Request)': { inCall: 11.5, untilLeft: 10 },
    XMLHttpRequest: { inCall: 8, untilLeft: 7.5 },
  }),
  // The clock's own step is 0.05 µs a call: tighter would be chance.
  ...buildCallBudgets('in a page not armed', {
    'fetch(url)': { inCall: 0.5, untilLeft: 0.5 },
    'fetch(url, init)': { inCall: 0.5, untilLeft: 0.5 },
    'fetch(Request)': { inCall: 10, untilLeft: 9 },
    XMLHttpRequest: { inCall: 1.7, untilLeft: 1.3 },
  }),
  ...buildRequestBudgets('in the call', { own: { ratio: 1.9 }, armed: { ratio: 3.5 }, notArmed: { ratio: 1.7 } }),
  ...buildRequestBudgets('until answered', { own: { ratio: 1.7 }, armed: { ratio: 2.8 }, notArmed: { ratio: 2.4 } }),
  { part: 'Popup', what: 'opened → form usable', limit: { ratio: 4.2 } },
  { part: 'Popup', what: 'opened → token card usable', limit: { ratio: 4 } },
  { part: 'Cold start', what: 'page opened → first answer', limit: { ratio: 2.4 } },
  { part: 'Cold start', what: 'first request → answer', limit: { ratio: 1.9 } },
  { part: 'Cold start', what: '“Get token” → token in force', limit: { ratio: 4.5 } },
  { part: 'Token request', what: 'the POST alone', limit: { ratio: 3.5 } },
  { part: 'Token request', what: 'asked → token in force', limit: { ratio: 18 } },
  { part: 'Renewal', what: '100 tabs use the new token', limit: { ratio: 3.5 } },
  { part: 'Renewal', what: 'one of them does', limit: { ratio: 8 } },
  { part: 'Renewal', what: '100 tabs against one', limit: { ratio: 26 } },
  { part: 'Heap of the background', what: 'after its start', limit: { ratio: 6 } },
  { part: 'Heap of the background', with: '1,000 requests', limit: { ratio: 1.9 } },
  { part: 'Heap of the background', with: '2,000 requests', limit: { ratio: 1.3 } },
  { part: 'Profiles', what: 'popup opened → usable', limit: { ratio: 1.6 } },
  { part: 'Profiles', what: 'Ctrl+K → list', limit: { ratio: 20 } },
  { part: 'Activity', what: '1,000 requests in 1 s → all answered', limit: { ratio: 2.8 } },
  { part: 'Activity', what: 'the page’s own code is late by', limit: { ratio: 3.8 } },
  { part: 'Activity', what: 'popup opened → usable', limit: { ratio: 4 } },
  // It is written in batches: more requests, no more writes.
  { part: 'Activity', what: 'writes of the list', limit: { ratio: 1.9 } },
];
