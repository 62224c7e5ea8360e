import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EMPTY_TOKEN_FORM } from '@/utils/oauth2/token-form';
import { buildProfile } from '@/utils/profiles/profile';
import { API_ORIGIN, ISSUED_TOKEN } from '../testing/examples';
import { readPopupState, watchStored } from './popup-state';
import { writeProfiles } from './profile-storage';
import {
  activityItem,
  currentProfileItem,
  defineDraftForm,
  pausedItem,
  requestJournalsItem,
  tokenStatesItem,
} from './storage';

const [A, B] = [buildProfile('a'), buildProfile('b')];
const state = { kind: 'issued', token: ISSUED_TOKEN } as const;
const readShown = async (): Promise<string | undefined> => (await readPopupState())?.profile.id;

beforeEach(async () => {
  fakeBrowser.reset();
});

describe('what the popup shows', () => {
  it('is nothing as long as there is no profile', async () => {
    expect(await readPopupState()).toBeUndefined();
  });

  it('is the profile with its token, what is under way for it, and what all of them do', async () => {
    await writeProfiles([A, B], []);
    await currentProfileItem.setValue('b');
    await tokenStatesItem.setValue({ b: state });
    const journal = { startedAtMs: 0, grant_type: 'password', api_origin: API_ORIGIN };
    await requestJournalsItem.setValue({ a: { ...journal, purpose: 'login' }, b: { ...journal, purpose: 'renewal' } });
    expect(await readPopupState()).toMatchObject({
      profile: B,
      state,
      underWay: 'renewal',
      situation: { profiles: [B], states: { b: state } },
      vault: { kind: 'off' },
    });
  });

  it('is an absent token and nothing under way where nothing is known of the profile', async () => {
    await writeProfiles([A], []);
    expect(await readPopupState()).toMatchObject({ profile: A, state: { kind: 'absent' }, underWay: undefined });
  });
});

describe('the profile that is shown', () => {
  beforeEach(() => writeProfiles([A, B], []));

  it('is the one that was chosen, at first the first', async () => {
    expect(await readShown()).toBe('a');
    await currentProfileItem.setValue('b');
    expect(await readShown()).toBe('b');
  });

  it.each(['removed', 'gone'])('is the first again when the chosen one is %s', async (fate) => {
    await currentProfileItem.setValue('b');
    await writeProfiles(fate === 'gone' ? [A] : [A, { ...B, removedAtMs: 7 }], [A, B]);
    expect(await readShown()).toBe('a');
  });

  it('is the next one when chosen and first are removed', async () => {
    const C = buildProfile('c');
    await writeProfiles([{ ...A, removedAtMs: 7 }, { ...B, removedAtMs: 7 }, C], [A, B]);
    await currentProfileItem.setValue('b');
    expect(await readShown()).toBe('c');
  });

  it('is one of which nobody knows the place when the order is damaged', async () => {
    await fakeBrowser.storage.local.set({ profileOrder: 'damaged' });
    expect(['a', 'b']).toContain(await readShown());
  });
});

it('who watches is told of all that is stored but activity and typing, until they have enough', async () => {
  let told = 0;
  const stop = watchStored(() => (told += 1));
  await activityItem.setValue([]);
  await defineDraftForm('a').setValue(EMPTY_TOKEN_FORM);
  expect(told).toBe(0);
  await pausedItem.setValue(true);
  await tokenStatesItem.setValue({ a: state });
  expect(told).toBe(2);
  stop();
  await pausedItem.setValue(false);
  expect(told).toBe(2);
});
