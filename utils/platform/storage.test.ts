import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createInjector } from '@/utils/services/injector';
import { createTokenKeeper } from '@/utils/services/token-keeper';
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
import * as storage from './storage';
import { readSwitches } from './switches';
import { forgetSecrets, rememberLogin } from './token-forms';

const SECRETS = [PASSWORD, CLIENT_SECRET, ACCESS_TOKEN, REFRESH_TOKEN];
const readArea = async (area: 'local' | 'session') => JSON.stringify(await fakeBrowser.storage[area].get());
const findSecrets = async (area: 'local' | 'session') => {
  const stored = await readArea(area);
  return SECRETS.filter((secret) => stored.includes(secret));
};

/** The real keeper on the real stored items, with a server that gives this answer. */
function buildKeeper(answer = answerWithToken()) {
  const { tokenStateItem: tokenState, requestJournalItem: journal, reachesItem } = storage;
  const read = async () => ({
    state: await tokenState.getValue(),
    reaches: await reachesItem.getValue(),
    switches: await readSwitches(),
  });
  const injector = createInjector({ read, apply: applySessionRules });
  const postForm = () => Promise.resolve(answer);
  return createTokenKeeper({
    tokenState,
    journal,
    rememberLogin,
    forgetSecrets,
    applyState: () => injector.applyState(),
    postForm,
    wakeAt: () => Promise.resolve(),
    sleep: () => Promise.resolve(),
    isOnline: () => true,
    nowMs: Date.now,
    random: Math.random,
  });
}

beforeEach(() => {
  fakeBrowser.reset();
  installSessionRules();
});

it('every stored item lies in the area that its worth allows', () => {
  expect(
    Object.values(storage)
      .map(({ key }) => key)
      .toSorted(),
  ).toEqual([
    // On disk, and content scripts can read it.
    'local:armedPages',
    'local:offSites',
    'local:paused',
    'local:reaches',
    'local:rememberedForm',
    // In memory, for the extension's own pages alone.
    'session:activity',
    'session:awaitingPermission',
    'session:draftForm',
    'session:mark',
    'session:offTabs',
    'session:requestJournal',
    'session:tokenState',
  ]);
});

describe('nothing secret is on disk', () => {
  it('after a login, though what can be filled in again is', async () => {
    await storage.draftFormItem.setValue(PASSWORD_FORM);
    await buildKeeper().requestToken(PASSWORD_FORM);
    expect(await findSecrets('local')).toEqual([]);
    expect(await readArea('local')).toContain(USERNAME);
    expect(await findSecrets('session')).toEqual(SECRETS);
  });

  it('after a refusal that repeats the password', async () => {
    const body = { error: 'invalid_grant', error_description: `Bad password: ${PASSWORD}` };
    await buildKeeper(answerWith(400, body)).requestToken(PASSWORD_FORM);
    expect(await findSecrets('local')).toEqual([]);
    expect(JSON.stringify(await storage.tokenStateItem.getValue())).toContain('Bad password: •••');
  });
});

it('after a logout nothing secret is anywhere', async () => {
  const keeper = buildKeeper();
  await storage.draftFormItem.setValue(PASSWORD_FORM);
  await keeper.requestToken(PASSWORD_FORM);
  const wanted = { origins: [API_ORIGIN], askedAtMs: 0, type: 'requestToken', data: PASSWORD_FORM } as const;
  await storage.awaitingPermissionItem.setValue(wanted);
  await keeper.logOut();
  expect(await findSecrets('session')).toEqual([]);
  expect(await findSecrets('local')).toEqual([]);
});

it('before the first login there is no token, no request under way, nothing chosen, and nothing switched off', async () => {
  const { tokenStateItem, requestJournalItem, reachesItem } = storage;
  const values = [tokenStateItem, requestJournalItem, reachesItem].map((item) => item.getValue());
  expect(await Promise.all(values)).toEqual([{ kind: 'absent' }, null, {}]);
  expect(await readSwitches()).toEqual({ paused: false, offSites: [], offTabs: [] });
});
