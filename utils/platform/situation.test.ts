import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { TokenState } from '@/utils/oauth2/token-state';
import { buildProfile } from '@/utils/profiles/profile';
import { ALL_ON, ISSUED_TOKEN } from '../testing/examples';
import { profileOrderItem, writeProfiles } from './profile-storage';
import { readSituation } from './situation';
import { choicesItem, tokenStatesItem, writingUntilItem } from './storage';
import { switchesItem } from './switches';

const [A, B, C] = [buildProfile('a'), buildProfile('b'), buildProfile('c')];
const issued: TokenState = { kind: 'issued', token: ISSUED_TOKEN };
const readIds = async (): Promise<string[]> => (await readSituation()).profiles.map(({ id }) => id);

beforeEach(async () => {
  fakeBrowser.reset();
  await writeProfiles([C, A, B], []);
});

it('before the first login there is nothing that decides', async () => {
  expect(await readSituation()).toEqual({
    states: {},
    profiles: [],
    choices: {},
    switches: ALL_ON,
    writingUntil: {},
  });
});

it('what decides is what is stored: of the profiles those that hold a token, in the order of the list', async () => {
  const states = {
    a: issued,
    b: { kind: 'absent' },
    c: { kind: 'unreachable', failure: { code: 'dns' }, token: ISSUED_TOKEN },
  } as const;
  const switches = { paused: true, offSites: ['http://localhost:3000'], offTabs: [7] };
  await tokenStatesItem.setValue(states);
  await choicesItem.setValue({ 'a b': 'c' });
  await switchesItem.setValue(switches);
  await writingUntilItem.setValue({ c: 7 });
  expect(await readSituation()).toEqual({
    states,
    profiles: [C, A],
    choices: { 'a b': 'c' },
    switches,
    writingUntil: { c: 7 },
  });
});

it('a profile that the order does not know comes first, as the team’s do', async () => {
  await tokenStatesItem.setValue({ a: issued, b: issued, c: issued });
  await profileOrderItem.setValue(['b']);
  expect((await readIds()).at(-1)).toBe('b');
  expect((await readIds()).toSorted()).toEqual(['a', 'b', 'c']);
});

it('a profile that is removed or gone has no part in it, whatever it holds', async () => {
  await tokenStatesItem.setValue({ a: issued, b: issued, gone: issued });
  await writeProfiles([C, { ...A, removedAtMs: 7 }, B], [C, A, B]);
  expect(await readIds()).toEqual(['b']);
});

it('what the team’s policy does not allow has no part in it: no login elsewhere, no page, no API, whatever was chosen before', async () => {
  const elsewhere = { ...ISSUED_TOKEN, api_origin: 'https://other.example' };
  await tokenStatesItem.setValue({ a: issued, b: { kind: 'issued', token: elsewhere } });
  const allowed = 'https://app.knetikcloud.com';
  const reach = { ...A.reach, pages: [allowed, 'https://page.example'], apis: ['https://api.example', allowed] };
  await writeProfiles([{ ...A, reach }, B], [A, B]);
  await fakeBrowser.storage.managed.set({ allowed_hosts: ['*.knetikcloud.com'] });
  const { profiles } = await readSituation();
  expect(profiles).toEqual([{ ...A, reach: { ...A.reach, pages: [allowed], apis: [allowed] } }]);
});
