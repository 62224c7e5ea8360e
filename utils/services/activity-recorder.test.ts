import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OWN_REACH } from '@/utils/injection/reach';
import { NO_TOKEN } from '@/utils/oauth2/token-state';
import { ACCESS_TOKEN, ALL_ON, API_ORIGIN, ISSUED_TOKEN, RECEIVED_AT_MS } from '../testing/examples';
import { type ActivityEntry, createActivityRecorder } from './activity-recorder';
import type { InjectionInputs } from './injector';

const [PAGE, MEDIA, STRANGER] = ['http://localhost:3000', 'https://media.example', 'https://stranger.example'];
const request = {
  id: '1',
  url: `${API_ORIGIN}/me?x=secret`,
  method: 'GET',
  page: API_ORIGIN,
  tabId: 7,
  authorization: `Bearer ${ACCESS_TOKEN}`,
  sentAtMs: RECEIVED_AT_MS,
};
const entry = (path: string, verdict = 'sent'): unknown => expect.objectContaining({ path, verdict });

let stored: InjectionInputs;
let entries: readonly ActivityEntry[];
/** What happened, in this order. */
let log: string[];
let onWrite: () => Promise<void>;
beforeEach(() => {
  vi.useFakeTimers();
  stored = { state: { kind: 'issued', token: ISSUED_TOKEN }, reaches: {}, switches: ALL_ON };
  [entries, log, onWrite] = [[], [], () => Promise.resolve()];
});
afterEach(() => {
  vi.useRealTimers();
});

/** A recorder that notes one request at a time; `settle` waits until everything is written. */
function createRecorder() {
  const recorder = createActivityRecorder({
    async read() {
      log.push('read');
      return stored;
    },
    readEntries: () => Promise.resolve(entries),
    async writeEntries(changed) {
      log.push(`write ${changed.length}`);
      await onWrite();
      entries = changed;
    },
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  const note = (part: Partial<typeof request> & { path?: string; status?: number } = {}): void => {
    const { path = '/me', status = 200, ...rest } = part;
    recorder.noteSent({ ...request, url: API_ORIGIN + path, ...rest });
    recorder.noteEnded(rest.id ?? '1', RECEIVED_AT_MS + 12, status);
  };
  const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1000);
  return { ...recorder, note, settle };
}
const getPaths = (): string[] => entries.map(({ path }) => path);

describe('a request that has ended', () => {
  it('is kept with how it went, and with nothing that could be a secret', async () => {
    const { noteSent, noteEnded, settle } = createRecorder();
    noteSent(request);
    noteEnded('1', RECEIVED_AT_MS + 12, 401);
    await settle();
    expect(entries).toEqual([
      {
        sentAtMs: RECEIVED_AT_MS,
        method: 'GET',
        origin: API_ORIGIN,
        path: '/me?x=…',
        page: API_ORIGIN,
        verdict: 'sent',
        status: 401,
        durationMs: 12,
      },
    ]);
  });

  it('has no status when no answer came', async () => {
    const { noteSent, noteEnded, settle } = createRecorder();
    noteSent(request);
    noteEnded('1', RECEIVED_AT_MS + 12);
    await settle();
    expect(entries[0]).not.toHaveProperty('status');
  });

  it.each([
    ['to the API of the login', { page: STRANGER }, true],
    ['of the page of the login', { url: `${STRANGER}/x` }, true],
    ['to an API that was chosen for some login', { url: `${MEDIA}/x`, page: STRANGER }, true],
    ['of a page that was chosen for some login', { url: `${STRANGER}/x`, page: PAGE }, true],
    ['between others', { url: `${STRANGER}/x`, page: 'https://example.com' }, false],
    ['to another port of the API', { url: `${API_ORIGIN}:8443/x`, page: STRANGER }, false],
  ])('%s is kept if its origins are known', async (_case, part, isKept) => {
    stored.reaches = { 'https://api.example': { ...OWN_REACH, pages: [PAGE], apis: [MEDIA] } };
    const { note, settle } = createRecorder();
    note(part);
    await settle();
    expect([entries.length, log.includes('write 1')]).toEqual(isKept ? [1, true] : [0, false]);
  });

  it('is kept also while nobody is logged in, to an API where somebody was', async () => {
    Object.assign(stored, { state: NO_TOKEN, reaches: { [API_ORIGIN]: OWN_REACH } });
    const { noteSent, noteEnded, settle } = createRecorder();
    noteSent({ ...request, authorization: undefined });
    noteEnded('1', RECEIVED_AT_MS, 401);
    await settle();
    expect(entries).toEqual([entry('/me?x=…', 'no-token')]);
  });

  it('is kept shortened when its page made it long, so that the token always has room beside the list', async () => {
    const { note, settle } = createRecorder();
    note({ path: `/${'p'.repeat(999)}`, method: 'M'.repeat(1000) });
    note({ path: `/${'p'.repeat(1000)}`, method: 'M'.repeat(1001) });
    await settle();
    const lengths = entries.map(({ path, method }) => [path.length, method.length, path.endsWith('…')]);
    expect(lengths).toEqual([
      [1000, 1000, false],
      [1001, 1001, true],
    ]);
  });

  it('is judged by what was stored when it left', async () => {
    const { noteSent, noteEnded, forgetSituation, settle } = createRecorder();
    noteSent({ ...request, authorization: undefined });
    stored = { ...stored, switches: { ...ALL_ON, paused: true } };
    forgetSituation();
    noteEnded('1', RECEIVED_AT_MS, 200);
    await settle();
    expect(entries).toEqual([entry('/me?x=…', 'not-marked')]);
  });
});

it('many requests make one read and one write, in the order of their ends', async () => {
  const { note, settle } = createRecorder();
  for (const id of ['1', '2', '3']) note({ id, path: `/${id}` });
  await settle();
  expect([log, getPaths()]).toEqual([
    ['read', 'write 3'],
    ['/1', '/2', '/3'],
  ]);
  note({ path: '/4' });
  await settle();
  expect(log).toEqual(['read', 'write 3', 'write 4']);
});

it('a request that never ends is not kept, and holds no other back', async () => {
  const { note, noteSent, settle } = createRecorder();
  noteSent(request);
  note({ id: '2', path: '/other' });
  await settle();
  expect(getPaths()).toEqual(['/other']);
});

it('an end is told once, and only of a request that was seen to leave', async () => {
  const { note, noteEnded, settle } = createRecorder();
  noteEnded('1', RECEIVED_AT_MS, 200);
  note();
  noteEnded('1', RECEIVED_AT_MS, 500);
  await settle();
  expect(entries.map(({ status }) => status)).toEqual([200]);
});

it('the last 500 are kept, whether they came at once or one after the other', async () => {
  const { note, settle } = createRecorder();
  for (let id = 0; id < 501; id += 1) note({ id: `${id}`, path: `/${id}` });
  await settle();
  expect([entries.length, getPaths()[0]]).toEqual([500, '/1']);
  note({ path: '/last' });
  await settle();
  expect([entries.length, getPaths()[0], getPaths().at(-1)]).toEqual([500, '/2', '/last']);
});

it('what is stored is read anew after it has changed, and the token before is still known', async () => {
  const { note, forgetSituation, settle } = createRecorder();
  note({ path: '/before' });
  await settle();
  stored = { ...stored, state: { kind: 'issued', token: { ...ISSUED_TOKEN, access_token: 'renewed' } } };
  forgetSituation();
  note({ path: '/late' });
  note({ path: '/after', authorization: 'Bearer renewed' });
  note({ path: '/own', authorization: 'Bearer own' });
  await settle();
  expect(entries).toEqual([entry('/before'), entry('/late'), entry('/after'), entry('/own', 'own-header')]);
  expect(log.filter((each) => each === 'read')).toHaveLength(2);
});

describe('the list', () => {
  it('is cleared in turn: what ended before is gone, what ends later is kept', async () => {
    const { note, clear, settle } = createRecorder();
    note({ path: '/before' });
    const clearing = clear();
    await settle();
    await clearing;
    expect(entries).toEqual([]);
    note({ path: '/after' });
    await settle();
    expect([getPaths(), log]).toEqual([['/after'], ['read', 'write 1', 'write 0', 'write 1']]);
  });

  it('goes on after a write that failed', async () => {
    const { note, settle } = createRecorder();
    onWrite = async () => {
      onWrite = () => Promise.resolve();
      note({ path: '/meanwhile' });
      throw new Error('no space');
    };
    note({ path: '/lost' });
    await settle();
    expect([getPaths(), log]).toEqual([['/meanwhile'], ['read', 'write 1', 'write 1']]);
  });

  it('tells the one who asked when it cannot be cleared', async () => {
    onWrite = () => Promise.reject(new Error('no space'));
    await expect(createRecorder().clear()).rejects.toThrow('no space');
  });
});
