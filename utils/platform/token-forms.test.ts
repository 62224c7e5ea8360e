import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EMPTY_TOKEN_FORM, withoutSecrets } from '@/utils/oauth2/token-form';
import { buildProfile } from '@/utils/profiles/profile';
import { API_ORIGIN, PASSWORD_FORM } from '../testing/examples';
import { PROFILE } from '../testing/profile-examples';
import { awaitingPermissionItem, defineDraftForm } from './storage';
import { forgetAllSecrets, forgetSecrets, openDraftForm, readDraftForms } from './token-forms';

const draftItem = defineDraftForm(PROFILE.id);
const draft = { ...PASSWORD_FORM, username: 'half-typed' };
const waiting = (profileId: string) =>
  ({ origins: [API_ORIGIN], askedAtMs: 0, type: 'requestToken', data: { profileId, form: PASSWORD_FORM } }) as const;

beforeEach(() => {
  fakeBrowser.reset();
});

describe("a profile's form", () => {
  it('begins with its last login, without the secrets', async () => {
    expect(await openDraftForm(PROFILE).read()).toEqual(withoutSecrets(PASSWORD_FORM));
    expect(await openDraftForm(buildProfile('new')).read()).toEqual(EMPTY_TOKEN_FORM);
  });

  it('begins with what was half filled in for it, and for no other', async () => {
    await draftItem.setValue(draft);
    expect(await openDraftForm(PROFILE).read()).toEqual(draft);
    expect(await openDraftForm(buildProfile('other')).read()).toEqual(EMPTY_TOKEN_FORM);
  });

  it('forgets what was half filled in with the browser session', async () => {
    await draftItem.setValue(draft);
    await fakeBrowser.storage.session.clear();
    expect(await openDraftForm(PROFILE).read()).toEqual(PROFILE.form);
  });

  it('is written at once, with nothing read before', async () => {
    const { session } = fakeBrowser.storage;
    const [read, write] = [vi.spyOn(session, 'get'), vi.spyOn(session, 'set')];
    await openDraftForm(PROFILE).change({ username: 'j' });
    expect(write.mock.calls).toEqual([[{ [`draftForm:${PROFILE.id}`]: { ...PROFILE.form, username: 'j' } }]]);
    // The fake store itself reads what it changes.
    const [[written], [firstRead = Infinity]] = [write.mock.invocationCallOrder, read.mock.invocationCallOrder];
    expect(written).toBeLessThan(firstRead);
  });

  it('is not undone by another popup that changes different fields', async () => {
    const opened = openDraftForm(PROFILE);
    await opened.read();
    await opened.change({ username: 'johndo' });
    // The other popup.
    await draftItem.setValue({ ...PROFILE.form, username: 'johndo', client_id: 'knetik2' });
    await opened.change({ username: 'johndoe' });
    expect(await draftItem.getValue()).toEqual({ ...PROFILE.form, username: 'johndoe', client_id: 'knetik2' });
  });

  it('hears nothing of others when nobody types any more', async () => {
    const opened = openDraftForm(PROFILE);
    await opened.read();
    opened.stop();
    await draftItem.setValue({ ...PROFILE.form, client_id: 'knetik2' });
    await opened.change({ username: 'johndoe' });
    expect(await draftItem.getValue()).toEqual({ ...PROFILE.form, username: 'johndoe' });
  });
});

it('all that is half filled in is found by its profile, and nothing else', async () => {
  await draftItem.setValue(draft);
  await defineDraftForm('b').setValue(EMPTY_TOKEN_FORM);
  await awaitingPermissionItem.setValue(waiting(PROFILE.id));
  expect(await readDraftForms()).toEqual({ [PROFILE.id]: draft, b: EMPTY_TOKEN_FORM });
});

describe('forgetting', () => {
  it('takes the secrets of one draft, and leaves the rest of it and the others', async () => {
    await draftItem.setValue(draft);
    await defineDraftForm('b').setValue(PASSWORD_FORM);
    await forgetSecrets(PROFILE.id);
    expect(await readDraftForms()).toEqual({ [PROFILE.id]: withoutSecrets(draft), b: PASSWORD_FORM });
  });

  it('makes no draft where there was none', async () => {
    await forgetSecrets(PROFILE.id);
    expect(await readDraftForms()).toEqual({});
  });

  it.each([
    [PROFILE.id, null],
    ['b', waiting('b')],
  ])('takes the login that waits for a permission if it is of this profile: %s', async (profileId, left) => {
    await awaitingPermissionItem.setValue(waiting(profileId));
    await forgetSecrets(PROFILE.id);
    expect(await awaitingPermissionItem.getValue()).toEqual(left);
  });
});

describe('to forget all secrets', () => {
  it('empties what was typed for every profile, and what waits for a permission, typed or not', async () => {
    await defineDraftForm('one').setValue(draft);
    await defineDraftForm('two').setValue(draft);
    await awaitingPermissionItem.setValue(waiting('three'));
    await forgetAllSecrets();
    expect(await readDraftForms()).toEqual({ one: withoutSecrets(draft), two: withoutSecrets(draft) });
    expect(await awaitingPermissionItem.getValue()).toBeNull();
  });

  it('leaves a wish that holds none to wait', async () => {
    const change = { kind: 'opt', what: 'links', on: true } as const;
    const data = { profileId: 'one', change };
    await awaitingPermissionItem.setValue({ origins: [API_ORIGIN], askedAtMs: 0, type: 'changeReach', data });
    await forgetAllSecrets();
    expect(await awaitingPermissionItem.getValue()).toMatchObject({ type: 'changeReach' });
  });
});
