import { type FetchOptions, ofetch } from 'ofetch';
import { isConfidentialOrigin } from '@/utils/oauth2/base-url';
import { isAllowedOrigin } from '@/utils/profiles/allowed-hosts';
import type { FormAnswer } from '@/utils/services/token-keeper-ports';
import { BARE_REQUEST } from './bare-request';
import { watchNetworkError } from './network-error';
import { hasHostPermission } from './permissions';
import { readText } from './read-text';
import { readPolicy } from './team-policy';

const TIMEOUT_MS = 15_000;
const MAX_ANSWER_BYTES = 64 * 1024;

/**
 * Sends a request that carries credentials for this origin alone, and reads the answer to its end. Sends no cookies and
 * follows no redirect. Never throws; errors are mapped at once, because ofetch's carry the request.
 */
export async function askServer(
  url: string,
  {
    method,
    body,
    headers: ownHeaders = {},
  }: Pick<FetchOptions, 'method' | 'body'> & { headers?: Readonly<Record<string, string>> },
  cancel: AbortSignal,
): Promise<FormAnswer> {
  if (!isConfidentialOrigin(new URL(url))) return { ok: false, code: 'not-confidential' };
  const { policy } = await readPolicy();
  if (!isAllowedOrigin(policy, new URL(url).origin)) return { ok: false, code: 'not-allowed' };
  // Without it the request would reach the server all the same; only its answer could not be read.
  if (!(await hasHostPermission(url))) return { ok: false, code: 'no-host-permission' };

  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const headers = new Headers(BARE_REQUEST.headers);
  for (const [name, value] of Object.entries(ownHeaders)) headers.set(name, value);
  const networkError = watchNetworkError(url);
  try {
    const response = await ofetch.raw(url, {
      ...BARE_REQUEST,
      method,
      body,
      headers,
      signal: AbortSignal.any([cancel, timeout]),
    });
    if (response.type === 'opaqueredirect') return { ok: false, code: 'redirected' };
    const text = await readText(response.body, MAX_ANSWER_BYTES);
    if (text === undefined) return { ok: false, code: 'too-large' };
    const retryAfter = response.headers.get('retry-after') ?? undefined;
    const date = response.headers.get('date') ?? undefined;
    return {
      ok: true,
      answer: {
        status: response.status,
        body: text,
        receivedAtMs: Date.now(),
        ...(retryAfter !== undefined && { retryAfter }),
        ...(date !== undefined && { date }),
      },
    };
  } catch {
    if (cancel.aborted) return { ok: false, code: 'interrupted' };
    if (timeout.aborted) return { ok: false, code: 'timeout' };
    return { ok: false, code: await networkError.getCode() };
  } finally {
    networkError.stop();
  }
}
