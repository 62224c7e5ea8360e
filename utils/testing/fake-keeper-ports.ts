import type { TokenForm } from '@/utils/oauth2/token-form';
import { NO_TOKEN, type TokenState } from '@/utils/oauth2/token-state';
import type { RequestJournal } from '@/utils/oauth2/request-journal';
import type { FormAnswer, TokenKeeperPorts } from '@/utils/services/token-keeper-ports';
import { buildAnswer, RECEIVED_AT_MS, TOKEN_BODY } from './examples';

/** A stored item in memory. */
export function buildStored<T>(value: T, onSet: (value: T) => void = () => {}) {
  return {
    value,
    getValue() {
      return Promise.resolve(this.value);
    },
    setValue(changed: T) {
      this.value = changed;
      onSet(changed);
      return Promise.resolve();
    },
  };
}

export const answerWith = (status: number, body: unknown = ''): FormAnswer => ({
  ok: true,
  answer: buildAnswer(status, body),
});
export const answerWithToken = (): FormAnswer => answerWith(200, TOKEN_BODY);

export type Post = Parameters<TokenKeeperPorts['postForm']>;

/** Everything around a token keeper: `log` tells what happened in which order, `posts` what was sent. */
export function buildKeeperWorld(start: { state?: TokenState; journal?: RequestJournal } = {}) {
  const log: string[] = [];
  const posts: Post[] = [];
  const remembered: TokenForm[] = [];
  const world = {
    log,
    posts,
    remembered,
    /** What the network answers. */
    answer: (..._post: Post): FormAnswer | Promise<FormAnswer> => answerWithToken(),
    tokenState: buildStored<TokenState>(start.state ?? NO_TOKEN, ({ kind }) => log.push(`state: ${kind}`)),
    journal: buildStored(start.journal ?? null, (entry) => log.push(entry ? 'journal: written' : 'journal: removed')),
    async postForm(...post: Post) {
      posts.push(post);
      log.push(`POST ${new URL(post[0]).pathname}`);
      return world.answer(...post);
    },
    async rememberLogin(form: TokenForm) {
      log.push('remember');
      remembered.push(form);
    },
    async forgetSecrets() {
      log.push('forget');
      remembered.length = 0;
    },
    async applyState() {
      log.push('apply');
    },
    /** When the keeper wants to be woken. */
    wakeAtMs: undefined as number | undefined,
    async wakeAt(timeMs: number | undefined) {
      world.wakeAtMs = timeMs;
    },
    sleep: (_ms: number): Promise<void> => Promise.resolve(),
    isOnline: () => true,
    nowMs: () => RECEIVED_AT_MS,
    random: () => 0,
  };
  return world;
}

/** An answer that comes when it is told to, or when the request is given up. */
export function buildPendingAnswer() {
  const { promise, resolve } = Promise.withResolvers<FormAnswer>();
  const answer = (...[, , signal]: Post): Promise<FormAnswer> => {
    signal.addEventListener('abort', () => resolve({ ok: false, code: 'interrupted' }));
    return promise;
  };
  return { answer, resolve };
}
