import type { FetchOptions } from 'ofetch';

/** Of a request that says nothing of the user, goes to this address alone, and whose answer is read by `readText`. */
export const BARE_REQUEST = {
  headers: { accept: 'application/json' },
  responseType: 'stream',
  ignoreResponseError: true,
  retry: 0,
  // Not "error": that cannot be told from a dead network. Nothing is followed either way.
  redirect: 'manual',
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
} as const satisfies FetchOptions;
