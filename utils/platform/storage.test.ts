import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { buildProfile } from '@/utils/profiles/profile';
import { DEFAULT_SETTINGS } from '@/utils/profiles/settings';
import { createInjector } from '@/utils/services/injector';
import { createProfileKeeper } from '@/utils/services/profile-keeper';
import { createTokenKeepers } from '@/utils/services/token-keepers';
import {
  ACCESS_TOKEN,
  API_ORIGIN,
  CLIENT_SECRET,
  PASSWORD,
  PASSWORD_FORM,
  REFRESH_TOKEN,
  USERNAME,
} from '../testing/examples';
import { installSessionRules } from '../testing/fake-apis';
import { answerWith, answerWithToken } from '../testing/fake-keeper-ports';
import { applySessionRules } from './apply-session-rules';
import { profileOrderItem, readProfiles, writeProfiles } from './profile-storage';
import { readSituation } from './situation';
import * as items from './storage';
import { forgetSecrets } from './token-forms';
import { setAsideItem } from './versioned-item';

const SECRETS = [PASSWORD, CLIENT_SECRET, ACCESS_TOKEN, REFRESH_TOKEN];
const readArea = async (area: 'local' | 'session') => JSON.stringify(await fakeBrowser.storage[area].get());
const findSecrets = async (area: 'local' | 'session') => {
  const stored = await readArea(area);
  return SECRETS.filter((secret) => stored.includes(secret));
};
const nothing = () => Promise.resolve();

/** The real keepers on the real stored items, with a server that gives this answer. */
function buildKeepers(answer = answerWithToken()) {
  const { applyState } = createInjector({ read: readSituation, apply: applySessionRules, nowMs: Date.now });
  const profileKeeper = createProfileKeeper({
    profiles: { read: readProfiles, write: writeProfiles },
    readFirst: () => Promise.resolve([]),
    forgetFirst: nothing,
    typeIn: (id, form) => items.defineDraftForm(id).setValue(form),
    bury: nothing,
    applyState,
    wakeAt: nothing,
    nowMs: Date.now,
    buildId: () => 'imported',
  });
  const keepers = createTokenKeepers({
    tokenStates: items.tokenStatesItem,
    journals: items.requestJournalsItem,
    rememberLogin: profileKeeper.rememberLogin,
    forgetSecrets,
    applyState,
    postForm: () => Promise.resolve(answer),
    wakeAt: nothing,
    sleep: nothing,
    isOnline: () => true,
    nowMs: Date.now,
    random: Math.random,
  });
  return { keepers, profileKeeper };
}

beforeEach(async () => {
  fakeBrowser.reset();
  installSessionRules();
  await writeProfiles([buildProfile('p')], []);
});

it('every stored item lies in the area that its worth allows', () => {
  const { defineDraftForm, ...others } = items;
  const all = [...Object.values(others), defineDraftForm('p'), profileOrderItem, setAsideItem];
  expect(all.map(({ key }) => key).toSorted()).toEqual([
    // On disk, and content scripts can read it.
    'local:armedPages',
    'local:choices',
    'local:currentProfile',
    'local:offSites',
    'local:paused',
    'local:profileOrder',
    'local:setAside',
    'local:settings',
    // In memory, for the extension's own pages alone.
    'session:activity',
    'session:awaitingPermission',
    'session:copiedDigest',
    'session:draftForm:p',
    'session:marks',
    'session:offTabs',
    'session:requestJournals',
    'session:tokenStates',
    'session:writingUntil',
  ]);
});

describe('nothing secret is on disk', () => {
  it('after a login, though what can be filled in again is', async () => {
    await items.defineDraftForm('p').setValue(PASSWORD_FORM);
    await buildKeepers().keepers.of('p').requestToken(PASSWORD_FORM);
    expect(await findSecrets('local')).toEqual([]);
    expect(await readArea('local')).toContain(USERNAME);
    expect(await findSecrets('session')).toEqual(SECRETS);
  });

  it('after a refusal that repeats the password', async () => {
    const body = { error: 'invalid_grant', error_description: `Bad password: ${PASSWORD}` };
    await buildKeepers(answerWith(400, body)).keepers.of('p').requestToken(PASSWORD_FORM);
    expect(await findSecrets('local')).toEqual([]);
    expect(JSON.stringify(await items.tokenStatesItem.getValue())).toContain('Bad password: •••');
  });

  it('after an import with secrets, which are typed in', async () => {
    const { id: _id, ...profile } = buildProfile('x', { name: 'Imported' });
    const { client_secret, password, token, refresh_token } = PASSWORD_FORM;
    const secrets = { client_secret, password, token, refresh_token };
    await buildKeepers().profileKeeper.importProfiles([{ profile, secrets }]);
    expect(await findSecrets('local')).toEqual([]);
    expect(await items.defineDraftForm('imported').getValue()).toMatchObject(secrets);
  });
});

it('after a logout nothing secret is anywhere', async () => {
  const keeper = buildKeepers().keepers.of('p');
  await items.defineDraftForm('p').setValue(PASSWORD_FORM);
  await keeper.requestToken(PASSWORD_FORM);
  const data = { profileId: 'p', form: PASSWORD_FORM };
  await items.awaitingPermissionItem.setValue({ origins: [API_ORIGIN], askedAtMs: 0, type: 'requestToken', data });
  await keeper.logOut();
  expect(await findSecrets('session')).toEqual([]);
  expect(await findSecrets('local')).toEqual([]);
});

it('before the first login there is no token, no request under way, nothing chosen, and nothing switched off', async () => {
  const { tokenStatesItem, requestJournalsItem, choicesItem, writingUntilItem, settingsItem } = items;
  const records = [tokenStatesItem, requestJournalsItem, choicesItem, writingUntilItem, settingsItem];
  expect(await Promise.all(records.map((item) => item.getValue()))).toEqual([{}, {}, {}, {}, DEFAULT_SETTINGS]);
  expect((await readSituation()).switches).toEqual({ paused: false, offSites: [], offTabs: [] });
});
