import type { Harness } from './harness.ts';
import { waitUntil } from './wait-until.ts';

/** The requests to a path that reached a server, on any host, preflights left out. */
export function getSeenRequests({ sandbox, httpSandbox }: Harness, path: string) {
  return [...sandbox.log, ...httpSandbox.log].filter((seen) => seen.path.startsWith(path) && seen.method !== 'OPTIONS');
}

/** The Authorization header of the one request to a path; throws when it did not arrive, or more than once. */
export function getSeenAuthorization(harness: Harness, path: string): string | undefined {
  const [seen, ...more] = getSeenRequests(harness, path);
  if (!seen || more.length > 0) throw new Error(`${path} was requested ${seen ? more.length + 1 : 0} times, not once.`);
  return seen.headers['authorization'];
}

/** Waits until a path was requested, then reads its Authorization header. */
export async function awaitSeenAuthorization(harness: Harness, path: string): Promise<string | undefined> {
  await waitUntil(`${path} is requested`, () => getSeenRequests(harness, path).length > 0);
  return getSeenAuthorization(harness, path);
}
