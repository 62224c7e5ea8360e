import type { LoggedRequest } from '../sandbox/logged-request.ts';
import { findPlayer } from './cast.ts';
import type { Ledger } from './ledger.ts';
import { getInForce, type Timeline } from './world.ts';

/** Of this query the soak's pages make their requests: which page it is, and when it asked. */
export const buildSoakQuery = (page: string, atMs: number, extra = ''): string =>
  `?soak=${encodeURIComponent(page)}&at=${atMs}${extra}`;

const TOKEN_PATHS = new Set(['/oauth/token', '/oauth/revoke']);
/** A request that the extension sends again leaves that shortly before it arrives. */
const ON_THE_WAY_MS = 3_000;

export interface Verdict {
  /** The player whose token it carried. */
  carried?: string | undefined;
  violation?: string;
}

/**
 * Whether a request that reached a server may carry what it carries.
 * @param isAgain true for the second of the same request: the extension sends it again after a 401
 */
export function judgeRequest(
  request: LoggedRequest,
  { ledger, timeline, isAgain }: { ledger: Ledger; timeline: Timeline; isAgain: boolean },
): Verdict {
  const { method, host, path, headers, atMs } = request;
  const { authorization, ...others } = headers;
  const where = `${method} https://${host}${path}`;
  const isTokenPost = method === 'POST' && TOKEN_PATHS.has(path);
  const rest = [path, ...Object.values(others), ...(isTokenPost ? [] : [request.body])].join('\n');
  if ([...ledger.secrets].some((secret) => rest.includes(secret))) {
    return { violation: `${where} has a token in it outside of its Authorization header.` };
  }
  if (authorization === undefined) return {};
  const owner = ledger.getOwner(authorization.replace(/^Bearer /, ''));
  if (owner === undefined) return { violation: `${where} carries a token that nobody was given.` };
  const { searchParams } = new URL(`https://${host}${path}`);
  const [page, sentAtMs] = [searchParams.get('soak'), Number(searchParams.get('at'))];
  if (page === null) return { violation: `${where}, which is no request of a page's, carries the token of ${owner}.` };
  const worlds = timeline.listBetween(isAgain ? Math.max(sentAtMs, atMs - ON_THE_WAY_MS) : sentAtMs, atMs);
  const allowed = new Set(worlds.map((world) => getInForce(world, page, `https://${host}`)));
  const names = [...allowed].filter((name) => name !== undefined);
  const carried = names.find((name) => findPlayer(name).owner === owner);
  if (carried !== undefined) return { carried };
  return {
    violation: `${where} of a page of ${page} carries the token of ${owner}; in force: ${names.join(', ') || 'nobody'}.`,
  };
}
