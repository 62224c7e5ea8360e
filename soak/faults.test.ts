// @vitest-environment node
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import { buildInterceptor, NO_FAULT_HEADER } from './faults.ts';
import { Ledger } from './ledger.ts';
import { SeededRandom } from './random.ts';
import { Tally } from './tally.ts';

let sandbox: Sandbox;
let tally: Tally;
let ledger: Ledger;
const settings = { rate: 0, loggingIn: new Set<string>() };

beforeEach(async () => {
  tally = new Tally();
  ledger = new Ledger();
  settings.rate = 0;
  settings.loggingIn = new Set(['rotates-often ada']);
  const interceptToken = buildInterceptor({ random: new SeededRandom(1), ledger, tally, settings });
  sandbox = await startSandbox({ tls: false, interceptToken });
});
afterEach(() => sandbox.stop());

const LOGIN = { grant_type: 'password', client_id: 'rotates-often', username: 'ada', password: 'demo' };
const ask = (fields: Record<string, string>, headers = {}) =>
  fetch(`${sandbox.url}/oauth/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });

it('writes down whose token each is, and lets all pass without a rate', async () => {
  const { access_token } = (await (await ask(LOGIN)).json()) as { access_token: string };
  expect(ledger.getOwner(access_token)).toBe('rotates-often ada');
  expect([tally.sum('faults'), tally.violations]).toEqual([0, []]);
});

it('lets nothing pass at a rate of 1, but what the soak asks for itself', async () => {
  settings.rate = 1;
  const answers = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const answer = await ask(LOGIN).catch(() => undefined);
      return answer?.status === 200 && (await answer.text()).includes('access_token');
    }),
  );
  // A late answer is a good one.
  expect(answers.filter(Boolean).length).toBeLessThanOrEqual(tally.get('faults', 'late'));
  expect(tally.sum('faults')).toBe(6);
  expect((await ask(LOGIN, { [NO_FAULT_HEADER]: '1' })).status).toBe(200);
}, 20_000);

it('takes it amiss when the password is sent though nobody logs in and no refresh was refused', async () => {
  settings.loggingIn = new Set();
  await ask(LOGIN);
  expect(tally.violations).toHaveLength(1);
});
