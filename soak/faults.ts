import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';
import { misbehaviours } from '../sandbox/misbehaviours.ts';
import type { SandboxEnv } from '../sandbox/sandbox-env.ts';
import { buildErrorAnswer, sendAnswer } from '../sandbox/token-answer.ts';
import { TYPED_NAME, findPlayer } from './cast.ts';
import type { Ledger } from './ledger.ts';
import type { SeededRandom } from './random.ts';
import type { Tally } from './tally.ts';

/** Longer than the extension waits (15 s). */
const TOO_LATE_MS = 16_000;
const LATE_MS = 2_000;

interface Fault {
  kind: string;
  weight: number;
  /** `instead` of what the server would do; `after` it, when it is done but the answer does not arrive well. */
  when: 'instead' | 'after';
  answer: (c: Context<SandboxEnv>) => Response | undefined | Promise<Response | undefined>;
}

const asMisbehaving = (name: string, weight = 2): Fault => ({
  kind: name,
  weight,
  when: 'instead',
  answer: (c) => misbehaviours[name]?.answer({ c, form: new URLSearchParams(), issueToken: neverIssue }),
});
const neverIssue = (): Promise<never> => Promise.reject(new Error('This misbehaviour issues no token.'));
const busy = (kind: string, status: 429 | 503): Fault => ({
  kind,
  weight: 2,
  when: 'instead',
  answer: (c) =>
    sendAnswer(c, { ...buildErrorAnswer(status, 'temporarily_unavailable', 'Soon'), headers: { 'Retry-After': '2' } }),
});
const late = (kind: string, weight: number, ms: number): Fault => ({
  kind,
  weight,
  when: 'after',
  answer: () => new Promise((resolve) => setTimeout(resolve, ms, undefined)),
});

const REFUSAL: Fault = {
  kind: 'invalid-grant',
  weight: 1,
  when: 'instead',
  answer: (c) => sendAnswer(c, buildErrorAnswer(400, 'invalid_grant', 'Invalid refresh token')),
};

const TEMPORARY: readonly Fault[] = [
  ...['server-error', 'bad-gateway', 'drops', 'speaks-html', 'malformed', 'empty', 'redirects'].map((name) =>
    asMisbehaving(name),
  ),
  busy('rate-limited', 429),
  busy('unavailable', 503),
  late('late', 2, LATE_MS),
  late('too-late', 1, TOO_LATE_MS),
  {
    kind: 'loses-answer',
    weight: 2,
    when: 'after',
    answer: (c) => {
      c.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    },
  },
];

/** Of requests that the soak itself makes. */
export const NO_FAULT_HEADER = 'soak-no-fault';

/** What the soak and the token endpoint have in common. */
export interface FaultSettings {
  /** Of all token requests. */
  rate: number;
  /** Owners whom the user logs in at the moment. */
  loggingIn: Set<string>;
}

/** Puts faults into the way of token requests, and writes down what was issued. */
export function buildInterceptor({
  random,
  ledger,
  tally,
  settings,
}: {
  random: SeededRandom;
  ledger: Ledger;
  tally: Tally;
  settings: FaultSettings;
}): MiddlewareHandler<SandboxEnv> {
  const drawFault = (form: URLSearchParams, asker: string | undefined): Fault | undefined => {
    if (!random.chance(settings.rate)) return undefined;
    // For whom it would mean a lost login, the refusal is no fault.
    const mayRefuse = form.get('grant_type') === 'refresh_token' && asker !== findPlayer(TYPED_NAME).owner;
    return random.pick(mayRefuse ? [...TEMPORARY, REFUSAL] : TEMPORARY);
  };
  return async (c, next) => {
    const form = new URLSearchParams(await c.req.text());
    const asker = ledger.getAsker(form);
    if (c.req.header(NO_FAULT_HEADER)) {
      await next();
      ledger.record(form, (await c.res.clone().json()) as object);
      return undefined;
    }
    tally.count('token requests', form.get('grant_type') ?? 'none');
    if (asker !== undefined && !settings.loggingIn.has(asker) && !ledger.mayAsk(form)) {
      tally.violate(`${asker} asked with the password, though its refresh token was never refused: it was lost.`);
    }
    const fault = drawFault(form, asker);
    if (fault) tally.count('faults', fault.kind);
    if (fault?.when === 'instead') {
      ledger.record(form, fault === REFUSAL ? { error: 'invalid_grant' } : {});
      return fault.answer(c);
    }
    await next();
    ledger.record(form, (await c.res.clone().json()) as object);
    const instead = await fault?.answer(c);
    if (instead) c.res = instead;
    return undefined;
  };
}
