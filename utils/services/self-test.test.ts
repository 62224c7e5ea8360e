import { describe, expect, it, vi } from 'vitest';
import type { SelfTestCheck, SelfTestResult, SelfTestVerdict } from '@/utils/messages/self-test-result';
import { listSelfTestChecks, runSelfTest } from './self-test';
import type { Adder, SelfTestPorts } from './self-test-ports';

const SERVER_TIME = 'Tue, 15 Nov 2094 08:12:31 GMT';
const never = <T>(): Promise<T> => new Promise(() => {});

/** A browser in which everything works. */
function buildPorts(part: Partial<SelfTestPorts> = {}): SelfTestPorts {
  return {
    adding: 'rules',
    hasHostAccess: async () => true,
    installAdder: async () => buildAdder(),
    hasPageScripts: async () => true,
    askServer: async () => ({ status: 200, date: SERVER_TIME, receivedAtMs: Date.parse(SERVER_TIME) + 60_000 }),
    trySessionStorage: async () => true,
    readPolicy: async () => ({}),
    tryAlarm: async () => true,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    sleep: never,
    ...part,
  };
}

function buildAdder(part: Partial<Adder> = {}): Adder {
  return {
    value: 'mark',
    send: async (target) => ({ header: target === 'chosen' ? 'mark' : undefined }),
    remove: async () => {},
    ...part,
  };
}

/** The verdicts that are not good, by check. */
async function findBad(part: Partial<SelfTestPorts>): Promise<Partial<Record<SelfTestCheck, SelfTestVerdict>>> {
  const results = await runSelfTest(buildPorts(part));
  const bad = results.filter(({ verdict }) => verdict !== 'passed').map(({ check, verdict }) => [check, verdict]);
  return Object.fromEntries(bad) as Partial<Record<SelfTestCheck, SelfTestVerdict>>;
}

it('where everything works, all checks pass, and each is told once', async () => {
  const onResult = vi.fn<(result: SelfTestResult) => void>();
  const ports = buildPorts();
  const results = await runSelfTest(ports, onResult);
  expect(results.map(({ check }) => check)).toEqual(listSelfTestChecks(ports));
  expect(results.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
  expect(onResult).toHaveBeenCalledTimes(results.length);
});

it('says so when Chromium takes the rule but no longer matches the fragment', async () => {
  const send: Adder['send'] = async () => ({ header: undefined });
  expect(await findBad({ installAdder: async () => buildAdder({ send }) })).toEqual({ fragment: 'failed' });
});

it.each<[string, Partial<SelfTestPorts>, Partial<Record<SelfTestCheck, SelfTestVerdict>>]>([
  ['the host may not be used', { hasHostAccess: async () => false }, { 'host-access': 'failed' }],
  [
    'the header is added to other requests, too',
    { installAdder: async () => buildAdder({ send: async () => ({ header: 'mark' }) }) },
    { fragment: 'failed' },
  ],
  [
    'another value arrives',
    { installAdder: async () => buildAdder({ send: async (to) => ({ header: to === 'chosen' ? 'x' : undefined }) }) },
    { fragment: 'failed' },
  ],
  [
    'the browser does not tell of the request',
    { installAdder: async () => buildAdder({ send: async () => undefined }) },
    { fragment: 'unknown' },
  ],
  [
    'no rule is taken',
    { installAdder: () => Promise.reject(new Error('full')) },
    { rules: 'failed', fragment: 'unknown' },
  ],
  [
    'Firefox takes no listener',
    { adding: 'listener', installAdder: () => Promise.reject(new Error('no')) },
    { listener: 'failed' },
  ],
  ['page scripts are missing', { hasPageScripts: async () => false }, { 'page-scripts': 'failed' }],
  ['the API is silent', { askServer: async () => undefined }, { server: 'failed', clock: 'unknown' }],
  [
    'the API cannot be read without the permission',
    { askServer: async () => undefined, hasHostAccess: async () => false },
    { 'host-access': 'failed', server: 'unknown', clock: 'unknown' },
  ],
  [
    'the clock is more than a minute ahead',
    { askServer: async () => ({ status: 200, date: SERVER_TIME, receivedAtMs: Date.parse(SERVER_TIME) + 60_001 }) },
    { clock: 'failed' },
  ],
  ['the server tells no time', { askServer: async () => ({ status: 200, receivedAtMs: 0 }) }, { clock: 'unknown' }],
  ['the memory forgets', { trySessionStorage: async () => false }, { 'session-storage': 'failed' }],
  ['the policy cannot be read', { readPolicy: () => Promise.reject(new Error('no')) }, { 'managed-storage': 'failed' }],
  ['no alarm can be set', { tryAlarm: async () => false }, { alarms: 'failed' }],
  [
    'the random numbers are none',
    {
      randomBytes: () => {
        throw new Error('no entropy');
      },
    },
    { 'vault-crypto': 'failed' },
  ],
])('says so when %s', async (_case, part, bad) => {
  expect(await findBad(part)).toEqual(bad);
});

it('a check that takes too long could not be checked, and keeps none of the others', async () => {
  // The time is over once all others have had theirs.
  const sleep = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));
  expect(await findBad({ tryAlarm: never, sleep })).toEqual({ alarms: 'unknown' });
});

it('tries once more, as the background may have replaced its rule', async () => {
  const send = vi.fn<Adder['send']>(async (target) => ({ header: target === 'chosen' ? 'mark' : undefined }));
  send.mockResolvedValueOnce({ header: undefined });
  expect(await findBad({ installAdder: async () => buildAdder({ send }) })).toEqual({});
  expect(send).toHaveBeenCalledTimes(4);
});

it('takes its rule away, also when the request fails', async () => {
  const remove = vi.fn<Adder['remove']>(async () => {});
  const send = (): Promise<never> => Promise.reject(new Error('offline'));
  await findBad({ installAdder: async () => buildAdder({ send, remove }) });
  expect(remove).toHaveBeenCalledTimes(1);
});

describe('says so when the vault would be', () => {
  it('open to every passphrase', async () => {
    vi.spyOn(crypto.subtle, 'deriveBits').mockResolvedValue(new ArrayBuffer(32));
    expect(await findBad({})).toEqual({ 'vault-crypto': 'failed' });
  });

  it('opened to something else than what was sealed', async () => {
    const decrypt = crypto.subtle.decrypt.bind(crypto.subtle);
    vi.spyOn(crypto.subtle, 'decrypt').mockImplementation(async (...args) =>
      decrypt(...args).then((opened) => new Uint8Array(opened).map((byte) => byte ^ 1).buffer),
    );
    expect(await findBad({})).toEqual({ 'vault-crypto': 'failed' });
  });

  it('closed to the right passphrase', async () => {
    vi.spyOn(crypto.subtle, 'decrypt').mockRejectedValue(new DOMException('', 'OperationError'));
    expect(await findBad({})).toEqual({ 'vault-crypto': 'failed' });
  });
});
