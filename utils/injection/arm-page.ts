import { watchPageArming } from './page-arming';
import { wrapFetch } from './wrap-fetch';
import { wrapXhr } from './wrap-xhr';

/** The whole page script: makes this document's API requests recognizable, without ever knowing the token. */
export function armPage(realm: Window & typeof globalThis): void {
  // A sandboxed or data: document belongs to nobody; `location.origin` would still show its host.
  if (realm.origin === 'null') return;
  const arming = watchPageArming(realm);
  wrapFetch(realm, arming);
  wrapXhr(realm, arming);
}
