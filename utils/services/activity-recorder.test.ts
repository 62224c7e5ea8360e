import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ALL_ON, API_ORIGIN, ISSUED_TOKEN, RECEIVED_AT_MS } from '../testing/examples';
import { buildSituation, PROFILE } from '../testing/profile-examples';
import { buildRecorderWorld, SENT_REQUEST } from '../testing/recorder-world';

const [PAGE, MEDIA, STRANGER] = ['http://localhost:3000', 'https://media.example', 'https://stranger.example'];
const entry = (path: string, verdict = 'sent'): unknown => expect.objectContaining({ path, verdict });

/** Waits until everything is written. */
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1000);

let world: ReturnType<typeof buildRecorderWorld>;
beforeEach(() => {
  vi.useFakeTimers();
  world = buildRecorderWorld();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a request that has ended', () => {
  it('is kept with how it went, and with nothing that could be a secret', async () => {
    world.recorder.noteSent(SENT_REQUEST);
    world.recorder.noteEnded('1', RECEIVED_AT_MS + 12, 401);
    await settle();
    expect(world.entries).toEqual([
      {
        sentAtMs: RECEIVED_AT_MS,
        method: 'GET',
        origin: API_ORIGIN,
        path: '/me?x=…',
        page: API_ORIGIN,
        tabId: 7,
        kind: 'call',
        verdict: 'sent',
        profile: PROFILE.name,
        status: 401,
        durationMs: 12,
      },
    ]);
  });

  it('has no status when no answer came', async () => {
    world.recorder.noteSent(SENT_REQUEST);
    world.recorder.noteEnded('1', RECEIVED_AT_MS + 12);
    await settle();
    expect(world.entries[0]).not.toHaveProperty('status');
  });

  it.each([
    ['to the API of the login', { page: STRANGER }, true],
    ['of the page of the login', { url: `${STRANGER}/x` }, true],
    ['to an API that was chosen for some profile', { url: `${MEDIA}/x`, page: STRANGER }, true],
    ['of a page that was chosen for some profile', { url: `${STRANGER}/x`, page: PAGE }, true],
    ['between others', { url: `${STRANGER}/x`, page: 'https://example.com' }, false],
    ['to another port of the API', { url: `${API_ORIGIN}:8443/x`, page: STRANGER }, false],
  ])('%s is kept if its origins are known', async (_case, part, isKept) => {
    world.origins = [API_ORIGIN, 'https://api.example', PAGE, MEDIA];
    world.note(part);
    await settle();
    expect([world.entries.length, world.log.includes('write 1')]).toEqual(isKept ? [1, true] : [0, false]);
  });

  it('is kept also while nobody is logged in, to an API where somebody was', async () => {
    world.situation = buildSituation({ states: {}, profiles: [] });
    world.recorder.noteSent({ ...SENT_REQUEST, authorization: undefined });
    world.recorder.noteEnded('1', RECEIVED_AT_MS, 401);
    await settle();
    expect(world.entries).toEqual([entry('/me?x=…', 'no-token')]);
  });

  it('is kept also to the API of a token whose profile logs in elsewhere by now', async () => {
    world.origins = [];
    world.situation = buildSituation({ profiles: [{ ...PROFILE, form: { ...PROFILE.form, base_url: STRANGER } }] });
    world.note();
    await settle();
    expect(world.entries).toEqual([entry('/me')]);
  });

  it('is kept with the profile whose token it carried, or would have carried', async () => {
    const other = { ...PROFILE, id: 'other', name: 'Other' };
    const token = { ...ISSUED_TOKEN, access_token: 'of other', api_origin: STRANGER };
    world.situation = buildSituation({
      profiles: [PROFILE, other],
      states: { ...world.situation.states, other: { kind: 'issued', token } },
    });
    world.note({ authorization: 'Bearer of other', page: STRANGER, url: `${STRANGER}/x` });
    world.note({ authorization: undefined });
    world.note({ authorization: 'Bearer own' });
    await settle();
    expect(world.entries.map(({ verdict, profile }) => [verdict, profile])).toEqual([
      ['sent', 'Other'],
      ['not-marked', PROFILE.name],
      ['own-header', undefined],
    ]);
  });

  it('is kept shortened when its page made it long, so that the token always has room beside the list', async () => {
    world.note({ path: `/${'p'.repeat(999)}`, method: 'M'.repeat(1000) });
    world.note({ path: `/${'p'.repeat(1000)}`, method: 'M'.repeat(1001) });
    await settle();
    const lengths = world.entries.map(({ path, method }) => [path.length, method.length, path.endsWith('…')]);
    expect(lengths).toEqual([
      [1000, 1000, false],
      [1001, 1001, true],
    ]);
  });

  it('is judged by what was stored when it left', async () => {
    world.recorder.noteSent({ ...SENT_REQUEST, authorization: undefined });
    world.situation = { ...world.situation, switches: { ...ALL_ON, paused: true } };
    world.recorder.forgetSituation();
    world.recorder.noteEnded('1', RECEIVED_AT_MS, 200);
    await settle();
    expect(world.entries).toEqual([entry('/me?x=…', 'not-marked')]);
  });
});

it('a request that never ends is not kept, and holds no other back', async () => {
  world.recorder.noteSent(SENT_REQUEST);
  world.note({ id: '2', path: '/other' });
  await settle();
  expect(world.getPaths()).toEqual(['/other']);
});

it('an end is told once, and only of a request that was seen to leave', async () => {
  world.recorder.noteEnded('1', RECEIVED_AT_MS, 200);
  world.note();
  world.recorder.noteEnded('1', RECEIVED_AT_MS, 500);
  await settle();
  expect(world.entries.map(({ status }) => status)).toEqual([200]);
});

it('what is stored is read anew after it has changed, and the token before is still known', async () => {
  world.note({ path: '/before' });
  await settle();
  const token = { ...ISSUED_TOKEN, access_token: 'renewed' };
  world.situation = buildSituation({ states: { [PROFILE.id]: { kind: 'issued', token } } });
  world.recorder.forgetSituation();
  world.note({ path: '/late' });
  world.note({ path: '/after', authorization: 'Bearer renewed' });
  world.note({ path: '/own', authorization: 'Bearer own' });
  await settle();
  expect(world.entries).toEqual([entry('/before'), entry('/late'), entry('/after'), entry('/own', 'own-header')]);
  expect(world.log.filter((each) => each === 'read')).toHaveLength(2);
});

it('a token that had to be forgotten is not known any more, not even of a request that was just being looked at', async () => {
  world.note({ path: '/before' });
  world.recorder.forgetTokens();
  world.situation = buildSituation({ states: {}, profiles: [] });
  await settle();
  world.note({ path: '/after' });
  await settle();
  expect(world.entries).toEqual([entry('/before'), entry('/after', 'own-header')]);
});

it('what could not be read is read again for the next request', async () => {
  world.onRead = () => {
    throw new Error('no disk');
  };
  world.note({ path: '/lost' });
  await settle();
  world.onRead = () => {};
  world.note({ path: '/next' });
  await settle();
  expect(world.getPaths()).toEqual(['/next']);
});
