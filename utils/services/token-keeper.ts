import type { TransportFailureCode } from '@/utils/oauth2/token-failure';
import { readTokenForm, type TokenForm, type TokenRequest } from '@/utils/oauth2/token-form';
import { type IssuedToken, readTokenAnswer, type TokenAnswer } from '@/utils/oauth2/token-response';
import { buildFailedState, getHeldToken, NO_TOKEN, type Revocation, type TokenState } from '@/utils/oauth2/token-state';

/** Written before a token request leaves, removed when its outcome is stored: shows what a killed background left. */
export interface RequestJournal {
  startedAtMs: number;
  grant_type: string;
  api_origin: string;
}

export type FormAnswer = { ok: true; answer: TokenAnswer } | { ok: false; code: TransportFailureCode };

interface Stored<T> {
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
}

export interface TokenKeeperPorts {
  /** POSTs a form; never throws for what the network or the server does. */
  postForm: (url: string, parameters: Record<string, string>, signal: AbortSignal) => Promise<FormAnswer>;
  tokenState: Stored<TokenState>;
  journal: Stored<RequestJournal | null>;
  /** Keeps the form of a login that succeeded, so that it can be done again. */
  rememberLogin(form: TokenForm): Promise<void>;
  /** Forgets every secret that was typed. */
  forgetSecrets(): Promise<void>;
  /** Makes header rules follow the stored state; called after every change of it. */
  applyState(): Promise<void>;
  nowMs(): number;
}

export interface TokenKeeper {
  requestToken: (form: TokenForm) => Promise<void>;
  cancelTokenRequest: () => Promise<void>;
  logOut: () => Promise<void>;
}

/** Creates the one that asks for tokens. One request at a time; every outcome ends up in `tokenState`. */
export function createTokenKeeper(ports: TokenKeeperPorts): TokenKeeper {
  let running: { controller: AbortController; finished: Promise<void> } | undefined;
  const settled = settleInterruptedRequest(ports);

  const store = async (state: TokenState): Promise<void> => {
    await ports.tokenState.setValue(state);
    await ports.applyState();
  };

  const runRequest = async (form: TokenForm, request: TokenRequest, signal: AbortSignal): Promise<void> => {
    const { api_origin, parameters } = request;
    await ports.journal.setValue({ startedAtMs: ports.nowMs(), grant_type: parameters.grant_type, api_origin });
    try {
      const reply = signal.aborted ? undefined : await ports.postForm(`${api_origin}/oauth/token`, parameters, signal);
      // Cancelled or logged out meanwhile: whatever came back is not wanted any more.
      if (!reply || signal.aborted) return;
      const reading = reply.ok
        ? readTokenAnswer(reply.answer, request)
        : { ok: false as const, failure: { code: reply.code } };
      const before = await ports.tokenState.getValue();
      if (signal.aborted) return;
      if (reading.ok) await ports.rememberLogin(form);
      await store(reading.ok ? { kind: 'issued', token: reading.token } : buildFailedState(reading.failure, before));
    } finally {
      // Also when the outcome could not be put in force: the popup would show a request that nobody can cancel.
      await ports.journal.setValue(null);
    }
  };

  const stopRunning = async (): Promise<void> => {
    running?.controller.abort();
    // How it went is told to the one who asked for it.
    await Promise.allSettled([running?.finished, settled]);
  };

  return {
    requestToken(form) {
      if (running && !running.controller.signal.aborted) return running.finished;
      const reading = readTokenForm(form);
      // The popup checks before it asks; this is for a popup of another version.
      if (!reading.ok) {
        return Promise.reject(new TypeError(`Unusable form: ${Object.keys(reading.problems).join(', ')}`));
      }
      const controller = new AbortController();
      // One that was cancelled just now still has to clear its journal entry.
      const before = Promise.allSettled([settled, running?.finished]);
      const finished = before
        .then(() => runRequest(form, reading.request, controller.signal))
        .finally(() => {
          if (running?.controller === controller) running = undefined;
        });
      running = { controller, finished };
      return finished;
    },

    cancelTokenRequest: stopRunning,

    async logOut() {
      // Takes no network. A request that is past its last check stores its outcome, which is then forgotten too.
      await stopRunning();
      const token = getHeldToken(await ports.tokenState.getValue());
      // Forgetting comes first: it must work without a network, and before the next request of any page.
      await ports.forgetSecrets();
      await store(NO_TOKEN);
      if (!token) return;
      const revocation = await revoke(token, ports);
      const after = await ports.tokenState.getValue();
      if (after.kind === 'absent') await ports.tokenState.setValue({ kind: 'absent', revocation });
    },
  };
}

/** A journal entry at start-up is a request whose background died: its answer is lost, and the user has to know. */
async function settleInterruptedRequest({ journal, tokenState }: TokenKeeperPorts): Promise<void> {
  if (!(await journal.getValue())) return;
  await tokenState.setValue(buildFailedState({ code: 'interrupted' }, await tokenState.getValue()));
  await journal.setValue(null);
}

/** Asks the server to revoke both tokens (RFC 7009), the refresh token first: it is the one that lives longer. */
async function revoke(token: IssuedToken, { postForm }: TokenKeeperPorts): Promise<Revocation> {
  const post = async (value: string, token_type_hint: string): Promise<Revocation> => {
    const parameters = { client_id: token.client_id, token: value, token_type_hint };
    const reply = await postForm(`${token.api_origin}/oauth/revoke`, parameters, new AbortController().signal);
    if (!reply.ok) return 'failed';
    const { status } = reply.answer;
    if (status >= 200 && status <= 299) return 'revoked';
    return status === 404 || status === 405 ? 'unsupported' : 'failed';
  };
  const refreshOutcome = token.refresh_token ? await post(token.refresh_token, 'refresh_token') : 'revoked';
  const accessOutcome = await post(token.access_token, 'access_token');
  return accessOutcome === 'revoked' ? refreshOutcome : accessOutcome;
}
