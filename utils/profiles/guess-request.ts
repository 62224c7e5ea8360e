import { listLoggedIn, type Situation } from './situation';
import { settleRoutes } from './routes';

/** The address that somebody most likely means who asks whether a page sends the token: of the API that it talks to. */
export function guessRequest(pageUrl: URL, situation: Situation): string {
  const loggedIn = listLoggedIn(situation);
  const { routes } = settleRoutes(loggedIn, situation.choices);
  const apis = [...routes.values()].flat().flatMap(({ page, api }) => (page === pageUrl.origin ? [api] : []));
  if (apis.includes(pageUrl.origin)) return pageUrl.href;
  const api = apis[0] ?? loggedIn[0]?.api_origin;
  return api === undefined ? pageUrl.href : `${api}/`;
}
