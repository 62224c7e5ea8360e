import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EMPTY_TOKEN_FORM, withoutSecrets } from '@/utils/oauth2/token-form';
import { PASSWORD_FORM } from '../testing/examples';
import { draftFormItem, rememberedFormItem } from './storage';
import { changeDraftForm, forgetSecrets, readDraftForm, rememberLogin } from './token-forms';

const draft = { ...PASSWORD_FORM, username: 'half-typed' };

beforeEach(() => {
  fakeBrowser.reset();
});

it('the form begins with the defaults', async () => {
  expect(await readDraftForm()).toEqual(EMPTY_TOKEN_FORM);
});

it('the form begins with the last login, without its secrets, after a restart of the browser', async () => {
  await rememberLogin(PASSWORD_FORM);
  await fakeBrowser.storage.session.clear();
  expect(await readDraftForm()).toEqual(withoutSecrets(PASSWORD_FORM));
});

it('the form begins with what was half filled in, even after a login', async () => {
  await draftFormItem.setValue(draft);
  await rememberLogin(PASSWORD_FORM);
  expect(await readDraftForm()).toEqual(draft);
});

it('two popups that change different fields do not undo each other', async () => {
  await readDraftForm();
  await changeDraftForm({ username: 'johndo' });
  // The other popup.
  await draftFormItem.setValue({ ...EMPTY_TOKEN_FORM, username: 'johndo', client_id: 'knetik2' });
  await changeDraftForm({ username: 'johndoe' });
  expect(await readDraftForm()).toEqual({ ...EMPTY_TOKEN_FORM, username: 'johndoe', client_id: 'knetik2' });
});

it('what is typed is written at once, with nothing read before', () => {
  const write = vi.spyOn(draftFormItem, 'setValue');
  void changeDraftForm({ username: 'j' });
  expect(write).toHaveBeenCalledTimes(1);
});

it('a login is kept without its secrets', async () => {
  await rememberLogin(PASSWORD_FORM);
  expect(await rememberedFormItem.getValue()).toEqual(withoutSecrets(PASSWORD_FORM));
});

it('forgetting takes the secrets of the draft, and leaves the rest of it', async () => {
  await draftFormItem.setValue(draft);
  await forgetSecrets();
  expect(await readDraftForm()).toEqual(withoutSecrets(draft));
});
