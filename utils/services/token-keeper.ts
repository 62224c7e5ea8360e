import {
  buildRenewalRequests,
  buildSuccessor,
  buildTrouble,
  getRenewalTimeMs,
  isRenewalDue,
} from '@/utils/oauth2/renewal';
import { judgeRejection, type RejectedRequest, type RejectionVerdict } from '@/utils/oauth2/rejected-request';
import { getTokenEndpoint } from '@/utils/oauth2/form-post';
import type { RequestJournal } from '@/utils/oauth2/request-journal';
import { isRefusal, type RenewalTrouble } from '@/utils/oauth2/token-failure';
import { readTokenForm, type TokenForm, type TokenRequest } from '@/utils/oauth2/token-form';
import { type IssuedToken, readTokenAnswer, type TokenAnswerReading } from '@/utils/oauth2/token-response';
import { buildFailedState, getHeldToken, NO_TOKEN, replaceToken, type TokenState } from '@/utils/oauth2/token-state';
import { createOneAtATime } from './one-at-a-time';
import { revokeToken } from './revoke-token';
import { settleInterruptedRequest } from './settle-interrupted-request';
import type { TokenKeeperPorts } from './token-keeper-ports';

export interface TokenKeeper {
  /** Logs in. Resolves when the outcome is stored; joins a login that is under way. */
  requestToken: (form: TokenForm) => Promise<void>;
  /** Gives up a login that is under way; what was held before stays. A renewal is not given up. */
  cancelTokenRequest: () => Promise<void>;
  /** Renews the token that is held, due or not; joins whatever is under way. */
  renewToken: () => Promise<void>;
  /**
   * Renews the token after a request was answered with 401, if it may be: pages can ask this at will. Resolves with true
   * when that request carried another token than the one that is now in force.
   */
  renewAfterRejection: (request: RejectedRequest) => Promise<boolean>;
  /** True when `renewAfterRejection` may help, or the token is another one by now. */
  mayRenewAfterRejection: (request: RejectedRequest) => Promise<boolean>;
  logOut: () => Promise<void>;
  /** Forgets the token and gives up all requests, without a word to the server: the token stays good there. */
  forget: () => Promise<void>;
  /** Takes up a login that was kept elsewhere, unless there is one. The token may be over: `wakeUp` renews it. */
  restore: (token: IssuedToken) => Promise<void>;
  /** Settles when no request is under way. */
  untilIdle: () => Promise<void>;
  /** To be called at every start, at the time set by `wakeAt`, and when the network is back. */
  wakeUp: () => Promise<void>;
}

/** Asks the token endpoint, journal and all; undefined when the answer is not wanted any more. */
type Ask = (request: TokenRequest) => Promise<TokenAnswerReading | undefined>;

/**
 * Creates the one that asks for tokens and keeps them fresh.
 *
 *               login: answered             due, or rejected by the API (401): answered
 *    absent ──────────────────────► issued ─────────────────────────────┐
 *      ▲  │                          ▲ ▲ └──────────────────────────────┘
 *      │  └─ login: refused ───┐     │ └─ retry, with growing delays ◄── due: not reached ── issued + renewal.retryAtMs
 *      │     or not reached    ▼     │
 *      │               refused, unreachable (with the token that was held, if any)
 *      └─ logout                     └─ login ◄─────────────────────────── due: refused ──── issued + renewal
 *
 * One POST at a time. Before it a journal entry is written, after it the outcome is stored, and only then used; so the
 * background may die anywhere: the next start finds the entry and settles it.
 */
export function createTokenKeeper(ports: TokenKeeperPorts): TokenKeeper {
  const { tokenState, journal, postForm } = ports;
  const queue = createOneAtATime<RequestJournal['purpose'] | 'logout' | 'restoring'>(settleInterruptedRequest(ports));
  /** A token that came after it was not wanted any more. */
  let discarded: IssuedToken | undefined;

  const store = async (state: TokenState): Promise<void> => {
    await tokenState.setValue(state);
    await ports.applyState();
    const token = getHeldToken(state);
    await ports.wakeAt(token && getRenewalTimeMs(token));
  };

  const start = (purpose: RequestJournal['purpose'], work: (ask: Ask) => Promise<void>): Promise<void> =>
    queue.start(purpose, async (signal) => {
      const ask: Ask = async (request) => {
        const { api_origin, parameters } = request;
        const { grant_type } = parameters;
        await journal.setValue({ purpose, startedAtMs: ports.nowMs(), grant_type, api_origin });
        if (signal.aborted) return undefined;
        const reply = await postForm(getTokenEndpoint(api_origin), parameters, signal);
        const reading: TokenAnswerReading = reply.ok
          ? readTokenAnswer(reply.answer, request)
          : { ok: false, failure: { code: reply.code } };
        if (!signal.aborted) return reading;
        if (reading.ok) discarded = reading.token;
        return undefined;
      };
      try {
        await work(ask);
      } finally {
        // Also when the outcome could not be put in force: the popup would show a request that nobody can end.
        await journal.setValue(null);
      }
    });

  const logIn = async (form: TokenForm, request: TokenRequest, ask: Ask): Promise<void> => {
    const before = await tokenState.getValue();
    const reading = await ask(request);
    // Nothing may be waited for between an answer and its being stored.
    if (reading?.ok) {
      await store({ kind: 'issued', token: { ...reading.token, login: form } });
      await ports.rememberLogin(form);
    } else if (reading) {
      await store(buildFailedState(reading.failure, before));
    }
  };

  const renew = async (ask: Ask): Promise<void> => {
    const state = await tokenState.getValue();
    let token = getHeldToken(state);
    if (!token) return;
    let failure: RenewalTrouble['failure'] = { code: 'not-renewable' };
    for (const request of buildRenewalRequests(token)) {
      const reading = await ask(request);
      if (!reading) return;
      if (reading.ok) return store(replaceToken(state, buildSuccessor(reading.token, token)));
      ({ failure } = reading);
      if (!isRefusal(failure)) break;
      // Only this says that the refresh token is no good; it is dropped, and the original grant comes next.
      if (failure.code === 'refused' && failure.error === 'invalid_grant') {
        const { refresh_token: _dropped, ...rest } = token;
        token = rest;
      }
    }
    const renewal = buildTrouble(failure, token, ports.nowMs(), ports.random());
    await store(replaceToken(state, { ...token, renewal }));
  };

  const readToken = async (): Promise<IssuedToken | undefined> => getHeldToken(await tokenState.getValue());

  const judge = async (request: RejectedRequest): Promise<RejectionVerdict> => {
    const token = await readToken();
    return token && ports.isOnline() ? judgeRejection(token, request, ports.nowMs()) : 'final';
  };

  /** Gives up what is under way and forgets the token, which it answers. */
  const endLogin = async (): Promise<IssuedToken | undefined> => {
    discarded = undefined;
    let token: IssuedToken | undefined;
    const givenUp = queue.giveUp();
    // In the queue, so that whoever wants a renewal meanwhile finds a logout under way and no token after it. Takes no
    // network. A request that is past its last check stores its outcome, which is then forgotten too.
    const forgotten = queue.start('logout', async () => {
      token = await readToken();
      // Forgetting comes first: it must work without a network, and before the next request of any page.
      await ports.forgetSecrets();
      await store(NO_TOKEN);
    });
    await Promise.all([givenUp, forgotten]);
    return token;
  };

  const renewToken = (): Promise<void> => queue.getLast()?.finished ?? start('renewal', renew);

  return {
    requestToken(form) {
      const underWay = queue.getLast('login');
      if (underWay) return underWay.finished;
      const reading = readTokenForm(form);
      // The popup checks before it asks; this is for a popup of another version.
      if (!reading.ok) {
        return Promise.reject(new TypeError(`Unusable form: ${Object.keys(reading.problems).join(', ')}`));
      }
      return start('login', (ask) => logIn(form, reading.request, ask));
    },

    cancelTokenRequest: () => queue.giveUp('login'),

    renewToken,

    async mayRenewAfterRejection(request) {
      return (await judge(request)) !== 'final';
    },

    async renewAfterRejection(request) {
      for (let rounds = 0; rounds < MAX_ROUNDS; rounds += 1) {
        await queue.untilIdle();
        const verdict = await judge(request);
        if (verdict === 'superseded') return true;
        if (verdict === 'final') return false;
        if (verdict.inMs > 0) await ports.sleep(verdict.inMs);
        else await renewToken();
      }
      return false;
    },

    forget: async () => {
      await endLogin();
      // What a request brought that was given up just now: nobody is going to revoke it.
      discarded = undefined;
    },

    restore: (token) =>
      queue.start('restoring', async () => {
        if (!(await readToken())) await store({ kind: 'issued', token });
      }),

    untilIdle: queue.untilIdle,

    async logOut() {
      const token = await endLogin();
      if (discarded) await revokeToken(discarded, postForm);
      if (!token) return;
      const revocation = await revokeToken(token, postForm);
      const after = await tokenState.getValue();
      if (after.kind === 'absent') await tokenState.setValue({ kind: 'absent', revocation });
    },

    async wakeUp() {
      await queue.untilIdle();
      const token = await readToken();
      if (token && isRenewalDue(token, ports.nowMs())) {
        // The return of the network wakes too, where somebody is there to hear it.
        if (!ports.isOnline()) return ports.wakeAt(ports.nowMs() + OFFLINE_LOOK_MS);
        await renewToken();
      }
      // In any case: what was joined just now may have been given up, and this alarm is used up.
      const after = await readToken();
      return ports.wakeAt(after && getRenewalTimeMs(after));
    },
  };
}

const OFFLINE_LOOK_MS = 60_000;
/** Three tries, the pauses between them, and a last look: longer no rejected request waits. */
const MAX_ROUNDS = 6;
