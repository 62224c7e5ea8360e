import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { writeProfiles } from '@/utils/platform/profile-storage';
import { buildManagedId } from '@/utils/profiles/managed-id';
import { activityItem, defineDraftForm, tokenStatesItem } from '@/utils/platform/storage';
import { readVaultStatus } from '@/utils/platform/vault-storage';
import { buildProfile } from '@/utils/profiles/profile';
import { getHeldToken, NO_TOKEN } from '@/utils/oauth2/token-state';
import { API_ORIGIN, CLIENT_SECRET, PASSWORD, PASSWORD_FORM, TOKEN_BODY } from '@/utils/testing/examples';
import { buildEvent, installWebRequest } from '@/utils/testing/fake-apis';
import { askAsPopup as ask, installBackgroundApis, startBackground } from '@/utils/testing/running-background';

const PASSPHRASE = 'correct horse battery staple';
const TEAM_PROFILE = { name: 'Team', base_url: API_ORIGIN };
const TEAM_ID = buildManagedId(TEAM_PROFILE.name);
const OWN = buildProfile('own', { name: 'own', form: { ...PASSWORD_FORM, client_secret: '', password: '' } });

type Apis = ReturnType<typeof installBackgroundApis>;
let rules: Apis['rules'];
let user: Apis['user'];
let answer: (signal: AbortSignal) => Promise<Response>;

const logIn = (profileId: string) => ask('requestToken', { profileId, form: PASSWORD_FORM });
const lock = () => ask('lockVault');
const unlock = () => ask('unlockVault', { passphrase: PASSPHRASE, source: 'vault' });
const readToken = async (profileId: string) => getHeldToken((await tokenStatesItem.getValue())[profileId] ?? NO_TOKEN);
const readDraft = (profileId: string) => defineDraftForm(profileId).getValue();

beforeEach(async () => {
  fakeBrowser.reset();
  ({ rules, user } = installBackgroundApis(API_ORIGIN));
  answer = async () => new Response(JSON.stringify(TOKEN_BODY));
  vi.stubGlobal('fetch', (_url: string, { signal }: { signal: AbortSignal }) => answer(signal));
  await writeProfiles([OWN], []);
});

it('half a login that was typed while the vault was locked does not replace the other half in it', async () => {
  await startBackground();
  await defineDraftForm('own').setValue(PASSWORD_FORM);
  await ask('createVault', PASSPHRASE);
  await lock();
  await defineDraftForm('own').setValue({ ...PASSWORD_FORM, client_secret: '', password: 'a newer one' });
  await unlock();
  expect(await readDraft('own')).toMatchObject({ client_secret: CLIENT_SECRET, password: 'a newer one' });
  await lock();
  await unlock();
  expect(await readDraft('own')).toMatchObject({ client_secret: CLIENT_SECRET, password: 'a newer one' });
});

it('a team’s profile that the policy does not name at the moment keeps its secrets in the vault', async () => {
  await fakeBrowser.storage.managed.set({ profiles: [TEAM_PROFILE] });
  await startBackground();
  await defineDraftForm(TEAM_ID).setValue(PASSWORD_FORM);
  await logIn(TEAM_ID);
  await ask('createVault', PASSPHRASE);
  await lock();
  await fakeBrowser.storage.managed.clear();
  await unlock();
  expect(rules.getRules()).toEqual([]);
  await lock();
  await fakeBrowser.storage.managed.set({ profiles: [TEAM_PROFILE] });
  await unlock();
  expect(await readToken(TEAM_ID)).toMatchObject({ access_token: TOKEN_BODY.access_token });
  expect(await readDraft(TEAM_ID)).toMatchObject({ password: PASSWORD });
});

it('a login that was asked for before a lock does not begin after it', async () => {
  await startBackground();
  await ask('createVault', PASSPHRASE);
  const policy = Promise.withResolvers<Record<string, unknown>>();
  const { get } = fakeBrowser.storage.managed;
  const reading = vi.fn<() => Promise<object>>(() => policy.promise);
  Object.assign(fakeBrowser.storage.managed, { get: reading });
  const asked = logIn('own');
  await vi.waitFor(() => expect(reading).toHaveBeenCalled());
  Object.assign(fakeBrowser.storage.managed, { get });
  await lock();
  policy.resolve({});
  await asked;
  expect(await readToken('own')).toBeUndefined();
});

it('nobody logs in for a profile that is gone, or about to be', async () => {
  await startBackground();
  await logIn('gone');
  await ask('changeProfiles', { kind: 'remove', ids: ['own'] });
  await logIn('own');
  expect(await tokenStatesItem.getValue()).toEqual({});
});

it('the vault locks at once, also while it is being opened beside a login that nobody answers', async () => {
  await startBackground();
  await logIn('own');
  await ask('createVault', PASSPHRASE);
  await lock();
  answer = (signal) =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
  void logIn('own');
  await vi.waitFor(async () => expect(JSON.stringify(await fakeBrowser.storage.session.get())).toContain('"login"'));
  void unlock();
  await vi.waitFor(async () => expect(JSON.stringify(await fakeBrowser.storage.session.get())).toContain('"opening"'));
  const begunMs = performance.now();
  await lock();
  expect(performance.now() - begunMs).toBeLessThan(1500);
  expect(await readToken('own')).toBeUndefined();
});

it('without a vault the keys for locking give up no login', async () => {
  await startBackground();
  const reply = Promise.withResolvers<Response>();
  answer = () => reply.promise;
  const asked = logIn('own');
  await vi.waitFor(async () => expect(JSON.stringify(await fakeBrowser.storage.session.get())).toContain('"login"'));
  await lock();
  reply.resolve(new Response(JSON.stringify(TOKEN_BODY)));
  await asked;
  expect(await readToken('own')).toBeDefined();
});

it('what was typed is forgotten by a lock also when the browser does not follow', async () => {
  await startBackground();
  await ask('createVault', PASSPHRASE);
  await defineDraftForm('other').setValue(PASSWORD_FORM);
  await logIn('own');
  const failure = new Error('too many rules');
  rules.failNext(...Array.from({ length: 20 }, () => failure));
  await lock();
  expect(JSON.stringify(await fakeBrowser.storage.session.get())).not.toContain(PASSWORD);
});

it('a vault that cannot be written is told, until it can be', async () => {
  await startBackground();
  await ask('createVault', PASSPHRASE);
  const { vault } = await fakeBrowser.storage.local.get('vault');
  await fakeBrowser.storage.local.set({ vault: 'half of it' });
  await logIn('own');
  await vi.waitFor(async () => expect(await readVaultStatus()).toEqual({ kind: 'unlocked', trouble: 'damaged' }));
  await fakeBrowser.storage.local.set({ vault });
  await ask('wakeUp');
  expect(await readVaultStatus()).toEqual({ kind: 'unlocked' });
});

it('a look that fails is not the last one', async () => {
  await startBackground();
  await ask('createVault', PASSPHRASE);
  await fakeBrowser.alarms.clear('look');
  const reading = vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('not readable'));
  user.onStateChanged.trigger('idle');
  await vi.waitFor(async () => expect(await fakeBrowser.alarms.get('look')).toBeDefined());
  reading.mockRestore();
});

it('requests of a page during a lock leave no token with the recorder', async () => {
  const events = { onSendHeaders: buildEvent<object>(), onCompleted: buildEvent<object>() };
  installWebRequest(events);
  await startBackground();
  await logIn('own');
  await ask('createVault', PASSPHRASE);
  const request = { method: 'GET', tabId: 7, timeStamp: 0 };
  const header = { name: 'Authorization', value: `Bearer ${TOKEN_BODY.access_token}` };
  const send = (requestId: string): void => {
    const sent = { ...request, requestId, url: `${API_ORIGIN}/${requestId}` };
    events.onSendHeaders.trigger({ ...sent, initiator: API_ORIGIN, requestHeaders: [header] });
    events.onCompleted.trigger({ ...sent, statusCode: 200 });
  };
  const { session } = fakeBrowser.storage;
  const readVerdicts = async (): Promise<string[]> =>
    ((await activityItem.getValue()) ?? []).map(({ path, verdict }) => `${path} ${verdict}`);
  send('before');
  await vi.waitFor(async () => expect(await readVerdicts()).toContain('/before sent'));
  const set = session.set.bind(session);
  // One leaves and ends while the lock is emptying what was typed, just before the token goes.
  await defineDraftForm('own').setValue(PASSWORD_FORM);
  Object.assign(session, {
    async set(items: Record<string, unknown>) {
      if ('draftForm:own' in items) {
        send('during');
        await vi.waitUntil(async () => (await readVerdicts()).includes('/during sent'));
      }
      await set(items);
    },
  });
  await lock();
  Object.assign(session, { set });
  send('after');
  await vi.waitFor(async () => expect(await readVerdicts()).toContain('/after own-header'));
});
