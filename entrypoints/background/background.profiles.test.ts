import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readProfiles, writeProfiles } from '@/utils/platform/profile-storage';
import { buildProfile, type Profile } from '@/utils/profiles/profile';
import { API_ORIGIN, PASSWORD_FORM, TOKEN_BODY } from '@/utils/testing/examples';
import { askAsPopup as ask, installBackgroundApis, startBackground } from '@/utils/testing/running-background';

const OTHER_ORIGIN = 'https://acme.knetikcloud.com';
const PASSPHRASE = 'correct horse battery staple';

type Apis = ReturnType<typeof installBackgroundApis>;
let rules: Apis['rules'];
let user: Apis['user'];
let asked: URL[];

/** Each profile's token is called after it; a server tells whose it is by the user. */
const at = (name: string, base_url: string) => ({ ...PASSWORD_FORM, base_url, username: name });
const build = (name: string, base_url: string, part: Partial<Profile> = {}) =>
  buildProfile(name, { name, form: { ...at(name, base_url), client_secret: '', password: '' }, ...part });
const [A, B] = [build('a', API_ORIGIN), build('b', OTHER_ORIGIN, { isProduction: true })];

const logIn = ({ id: profileId, form }: Profile) =>
  ask('requestToken', { profileId, form: { ...form, password: 'secret' } });
/** Whose tokens the rules send. */
const listSent = (): string[] => {
  const found = JSON.stringify(rules.getRules()).matchAll(/Bearer token-(\w+)/g);
  return [...new Set(Array.from(found, ([, name = '']) => name))].toSorted();
};

beforeEach(async () => {
  fakeBrowser.reset();
  ({ rules, user } = installBackgroundApis(API_ORIGIN, OTHER_ORIGIN));
  asked = [];
  vi.stubGlobal('fetch', async (url: string, { body }: { body: URLSearchParams }) => {
    asked.push(new URL(url));
    const name = body.get('username') ?? 'none';
    return new Response(JSON.stringify({ ...TOKEN_BODY, access_token: `token-${name}` }));
  });
});

it('there is a profile from the first start on', async () => {
  await startBackground();
  await vi.waitFor(async () => expect(await readProfiles()).toHaveLength(1));
});

it('several profiles are logged in at once, each sends its own token, and a logout ends one', async () => {
  await writeProfiles([A, B], []);
  await startBackground();
  await Promise.all([logIn(A), logIn(B)]);
  expect(listSent()).toEqual(['a', 'b']);
  await ask('logOut', 'a');
  expect(listSent()).toEqual(['b']);
});

it('of two that fit the same page the first is in force, until the user chooses', async () => {
  const copy = build('copy', API_ORIGIN);
  await writeProfiles([A, copy], []);
  await startBackground();
  await logIn(A);
  await logIn(copy);
  expect(listSent()).toEqual(['a']);
  await ask('chooseProfile', { profileId: 'copy', routes: [{ page: API_ORIGIN, api: API_ORIGIN }] });
  expect(listSent()).toEqual(['copy']);
});

it('a removed profile sends nothing; an undo brings its token back', async () => {
  await writeProfiles([A, B], []);
  await startBackground();
  await logIn(A);
  await ask('changeProfiles', { kind: 'remove', ids: ['a'] });
  expect(listSent()).toEqual([]);
  await ask('changeProfiles', { kind: 'restore', ids: ['a'] });
  expect(listSent()).toEqual(['a']);
});

it('production is read only, until writing is allowed', async () => {
  await writeProfiles([B], []);
  await startBackground();
  await logIn(B);
  const mayOnlyRead = (): boolean => JSON.stringify(rules.getRules()).includes('"requestMethods":["get","head"]');
  expect(mayOnlyRead()).toBe(true);
  await ask('allowWriting', { profileId: 'b', minutes: 10 });
  expect(mayOnlyRead()).toBe(false);
});

it('a locked vault leaves no token in rules or memory; the passphrase brings all of them back without a login', async () => {
  await writeProfiles([A, B], []);
  await startBackground();
  await logIn(A);
  await logIn(B);
  await ask('createVault', PASSPHRASE);
  const logins = asked.length;
  user.onCommand.trigger('lock-vault');
  await vi.waitFor(() => expect(listSent()).toEqual([]));
  await vi.waitFor(async () =>
    expect(JSON.stringify(await fakeBrowser.storage.session.get())).not.toMatch(/token-|:"secret"/),
  );
  await ask('unlockVault', { passphrase: PASSPHRASE, source: 'vault' });
  await vi.waitFor(() => expect(listSent()).toEqual(['a', 'b']));
  expect(asked).toHaveLength(logins);
});
