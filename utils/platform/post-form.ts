import { ofetch } from 'ofetch';
import { isConfidentialOrigin } from '@/utils/oauth2/base-url';
import type { FormAnswer } from '@/utils/services/token-keeper-ports';
import { isAllowedOrigin } from '@/utils/profiles/allowed-hosts';
import { readPolicy } from './team-policy';
import { BARE_REQUEST } from './bare-request';
import { watchNetworkError } from './network-error';
import { hasHostPermission } from './permissions';
import { readText } from './read-text';

const TIMEOUT_MS = 15_000;
const MAX_ANSWER_BYTES = 64 * 1024;

/**
 * POSTs a form (`application/x-www-form-urlencoded`) to a token or revocation endpoint and reads the answer to its
 * end. Sends no cookies and follows no redirect: the body holds credentials for this origin alone. Never throws;
 * errors are mapped at once, because ofetch's carry the request's body.
 */
export async function postForm(
  url: string,
  parameters: Record<string, string>,
  cancel: AbortSignal,
): Promise<FormAnswer> {
  if (!isConfidentialOrigin(new URL(url))) return { ok: false, code: 'not-confidential' };
  const { policy } = await readPolicy();
  if (!isAllowedOrigin(policy, new URL(url).origin)) return { ok: false, code: 'not-allowed' };
  // Without it the POST would reach the server all the same; only its answer could not be read.
  if (!(await hasHostPermission(url))) return { ok: false, code: 'no-host-permission' };

  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const networkError = watchNetworkError(url);
  try {
    const response = await ofetch.raw(url, {
      ...BARE_REQUEST,
      method: 'POST',
      body: new URLSearchParams(parameters),
      signal: AbortSignal.any([cancel, timeout]),
    });
    if (response.type === 'opaqueredirect') return { ok: false, code: 'redirected' };
    const body = await readText(response.body, MAX_ANSWER_BYTES);
    if (body === undefined) return { ok: false, code: 'too-large' };
    const retryAfter = response.headers.get('retry-after') ?? undefined;
    const date = response.headers.get('date') ?? undefined;
    return {
      ok: true,
      answer: {
        status: response.status,
        body,
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
