import { isMarkedUrl } from './mark';

/**
 * How the page script asks the relay for a renewal after a 401, and hears how it went: two events on the window's
 * `performance`. A page can send and hear them too; all that it gains is a renewal now and then.
 */
export const REJECTED_EVENT = 'kc-rejected';
export const RENEWED_EVENT = 'kc-renewed';

/** The part of `PerformanceResourceTiming` that decides. */
export interface FinishedRequest {
  name: string;
  initiatorType: string;
  responseStatus: number;
}

/**
 * True for an XMLHttpRequest that carried the mark and was answered with 401. Nothing in the page has to watch for it:
 * the browser's own record of a request keeps URL and status.
 */
export function isRejectedXhr({ name, initiatorType, responseStatus }: FinishedRequest, mark: string): boolean {
  return responseStatus === 401 && initiatorType === 'xmlhttprequest' && isMarkedUrl(name, mark);
}
