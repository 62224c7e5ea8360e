import type { RequestJournal } from '@/utils/oauth2/request-journal';
import type { TokenForm } from '@/utils/oauth2/token-form';
import { getHeldToken, NO_TOKEN, type TokenState } from '@/utils/oauth2/token-state';
import { createTokenKeeper, type TokenKeeper } from '@/utils/services/token-keeper';
import type { FormAnswer } from '@/utils/services/token-keeper-ports';
import { PASSWORD_FORM, RECEIVED_AT_MS } from './examples';

export type ServerMood = 'healthy' | 'broken' | 'dropping' | 'dropping-answers' | 'html' | 'limiting';

interface PendingOperation {
  keeperNumber: number;
  finish: () => void;
}

/**
 * A keeper among working fakes whose every asynchronous step waits until it is let go, so that the background can be
 * killed at each of them: what was stored by then stays, what was waited for never comes.
 */
export class KeeperModel {
  nowMs = RECEIVED_AT_MS;
  mood: ServerMood = 'healthy';
  state: TokenState = NO_TOKEN;
  /** What went wrong, in words; empty as long as every promise holds. */
  readonly broken: string[] = [];
  /** When a token was asked for. */
  readonly postedAtMs: number[] = [];
  #journal: RequestJournal | null = null;
  #wakeAtMs: number | undefined;
  #pending: PendingOperation[] = [];
  #sleepers: { untilMs: number; wake: () => void }[] = [];
  #keeperNumber = 0;
  #keeper: TokenKeeper;
  #postsUnderWay = 0;
  #issued = 0;
  /** The refresh token of the server; using an older one revokes the whole family (RFC 9700 §4.14.2). */
  #liveRefresh: string | undefined;
  /** The newest refresh token whose answer a living keeper received. */
  #received: string | undefined;

  constructor() {
    this.#keeper = this.#start();
  }

  /** True since the user's last logout, until their next login. */
  #isLoggedOut = false;

  ask(what: 'logIn' | 'renew' | 'reject' | 'cancel' | 'logOut' | 'wakeUp'): void {
    const keeper = this.#keeper;
    if (what === 'logIn') this.#isLoggedOut = false;
    if (what === 'logOut') this.#isLoggedOut = true;
    const form: TokenForm = PASSWORD_FORM;
    const asked = {
      logIn: () => keeper.requestToken(form),
      renew: () => keeper.renewToken(),
      reject: () => keeper.renewAfterRejection({ sentAtMs: this.nowMs }),
      cancel: () => keeper.cancelTokenRequest(),
      logOut: () => keeper.logOut(),
      wakeUp: () => keeper.wakeUp(),
    };
    asked[what]().catch((error: unknown) => this.broken.push(`${what} threw ${String(error)}`));
  }

  /** The browser stops the background, and starts it again at the next event. */
  kill(): void {
    // A logout that died with the background is not done.
    if (getHeldToken(this.state)) this.#isLoggedOut = false;
    this.#pending = [];
    this.#sleepers = [];
    this.#postsUnderWay = 0;
    this.#keeper = this.#start();
    this.ask('wakeUp');
  }

  /** Lets the oldest step go on, and everything that follows from it up to the next one. */
  async step(): Promise<void> {
    this.#pending.shift()?.finish();
    await new Promise((resolve) => setImmediate(resolve));
  }

  async passTime(ms: number): Promise<void> {
    this.nowMs += ms;
    const awake = this.#sleepers.filter(({ untilMs }) => untilMs <= this.nowMs);
    this.#sleepers = this.#sleepers.filter((sleeper) => !awake.includes(sleeper));
    for (const { wake } of awake) wake();
    if (this.#wakeAtMs !== undefined && this.#wakeAtMs <= this.nowMs) {
      this.#wakeAtMs = undefined;
      this.ask('wakeUp');
    }
    await this.step();
  }

  async settle(): Promise<void> {
    for (let steps = 0; steps < 200; steps += 1) await this.step();
    if (this.#pending.length > 0) this.broken.push('never comes to rest');
  }

  /** What must be true when nothing is under way. */
  async checkAtRest(): Promise<void> {
    await this.settle();
    if (this.#journal) this.broken.push('a request is under way for ever');
    const token = getHeldToken(this.state);
    if (this.#isLoggedOut && token) this.broken.push('is logged in after a logout');
    if (token?.refresh_token !== undefined && token.refresh_token !== this.#received) {
      this.broken.push(`holds ${token.refresh_token}, though ${this.#received} was received`);
    }
  }

  /** With a server in good order and time to come, a login that was once good must be good again. */
  async checkRecovery(): Promise<void> {
    this.mood = 'healthy';
    await this.settle();
    if (getHeldToken(this.state) === undefined) return;
    for (let hours = 0; hours < 3; hours += 1) {
      await this.passTime(3600_000);
      await this.settle();
    }
    const token = getHeldToken(this.state);
    if (!token || token.renewal) this.broken.push(`does not recover: ${JSON.stringify(token?.renewal)}`);
    else if ((token.expiresAtMs ?? 0) <= this.nowMs) this.broken.push('lets the token run out');
  }

  #start(): TokenKeeper {
    const number = (this.#keeperNumber += 1);
    const wait = (): Promise<void> =>
      new Promise((finish) => {
        if (number === this.#keeperNumber) this.#pending.push({ keeperNumber: number, finish });
      });
    /** Stores at once, as the browser's storage does in order; only the promise takes its time. */
    const item = <T>(read: () => T, write: (value: T) => void) => ({
      getValue: () => wait().then(read),
      setValue: (value: T) => {
        if (number === this.#keeperNumber) write(value);
        return wait();
      },
    });
    return createTokenKeeper({
      postForm: (url, parameters, signal) => this.#post(number, wait, new URL(url).pathname, parameters, signal),
      tokenState: item(
        () => this.state,
        (state) => void (this.state = state),
      ),
      journal: item(
        () => this.#journal,
        (journal) => void (this.#journal = journal),
      ),
      rememberLogin: wait,
      forgetSecrets: wait,
      applyState: wait,
      wakeAt: (timeMs) => {
        if (number === this.#keeperNumber) this.#wakeAtMs = timeMs;
        return wait();
      },
      sleep: (ms) =>
        new Promise((wake) => {
          if (number === this.#keeperNumber) this.#sleepers.push({ untilMs: this.nowMs + ms, wake });
        }),
      isOnline: () => true,
      nowMs: () => this.nowMs,
      random: () => 0.5,
    });
  }

  async #post(
    keeperNumber: number,
    wait: () => Promise<void>,
    path: string,
    parameters: Record<string, string>,
    signal: AbortSignal,
  ): Promise<FormAnswer> {
    if (path !== '/oauth/token') return wait().then(() => this.#answer(200, {}));
    this.#postsUnderWay += 1;
    this.postedAtMs.push(this.nowMs);
    if (this.#postsUnderWay > 1) this.broken.push('two token requests at once');
    // The server may have done its work although its answer never arrives.
    const answer = this.#serve(parameters);
    await Promise.race([wait(), new Promise((resolve) => signal.addEventListener('abort', resolve))]);
    if (keeperNumber !== this.#keeperNumber) return new Promise(() => {});
    this.#postsUnderWay -= 1;
    if (signal.aborted) return { ok: false, code: 'interrupted' };
    if (answer.refresh_token !== undefined) this.#received = answer.refresh_token;
    return answer.reply;
  }

  #serve(parameters: Record<string, string>): { reply: FormAnswer; refresh_token?: string } {
    switch (this.mood) {
      case 'broken':
        return { reply: this.#answer(500, {}) };
      case 'html':
        return { reply: this.#answer(200, '<h1>Log in</h1>') };
      case 'limiting':
        return { reply: this.#answer(429, {}) };
      case 'dropping':
        return { reply: { ok: false, code: 'connection' } };
      default:
    }
    if (parameters['grant_type'] === 'refresh_token' && parameters['refresh_token'] !== this.#liveRefresh) {
      this.#liveRefresh = undefined;
      return { reply: this.#answer(400, { error: 'invalid_grant' }) };
    }
    this.#issued += 1;
    const refresh_token = (this.#liveRefresh = `refresh-${this.#issued}`);
    if (this.mood === 'dropping-answers') return { reply: { ok: false, code: 'connection' } };
    const body = { access_token: `access-${this.#issued}`, expires_in: 3600, refresh_token };
    return { reply: this.#answer(200, body), refresh_token };
  }

  #answer(status: number, body: unknown): FormAnswer {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return { ok: true, answer: { status, body: text, receivedAtMs: this.nowMs } };
  }
}
