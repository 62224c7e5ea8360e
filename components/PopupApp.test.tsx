// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EMPTY_TOKEN_FORM, withoutSecrets } from '@/utils/oauth2/token-form';
import type { TokenState } from '@/utils/oauth2/token-state';
import { defineDraftForm, pausedItem, requestJournalsItem } from '@/utils/platform/storage';
import { buildProfile } from '@/utils/profiles/profile';
import { API_ORIGIN, ISSUED_TOKEN, PASSWORD, PASSWORD_FORM } from '@/utils/testing/examples';
import { installNotifications } from '@/utils/testing/fake-apis';
import { PROFILE } from '@/utils/testing/profile-examples';
import {
  findButton,
  getButton,
  installBackground,
  installTab,
  openPopup,
  storeProfiles,
  storeState,
} from './testing/open-popup';

const profileId = PROFILE.id;
const draftFormItem = defineDraftForm(profileId);

const issued: TokenState = { kind: 'issued', token: ISSUED_TOKEN };
const refused: TokenState = {
  kind: 'refused',
  failure: { code: 'refused', status: 400, grant_type: 'password', error: 'invalid_grant' },
};
const journal = { purpose: 'login' as const, startedAtMs: 0, grant_type: 'password', api_origin: API_ORIGIN };
const getField = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const findField = (label: string) => screen.findByLabelText<HTMLInputElement>(label);

let background: ReturnType<typeof installBackground>;
beforeEach(async () => {
  fakeBrowser.reset();
  background = installBackground();
  installNotifications([`${API_ORIGIN}/*`]);
  vi.stubEnv('FIREFOX', '');
  await storeProfiles(buildProfile(profileId));
});
afterEach(cleanup);

describe('logged out, the popup', () => {
  it('shows the form with its defaults, and no failure', async () => {
    await openPopup();
    expect([getField('Base URL').value, getField('Client ID').value]).toEqual([API_ORIGIN, 'knetik']);
    expect(screen.getByText('logged out')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('asks the background for a token with what was typed', async () => {
    await draftFormItem.setValue({ ...PASSWORD_FORM, password: '' });
    const { user } = await openPopup();
    await user.type(getField('Password'), `${PASSWORD}{Enter}`);
    expect(background.asked).toEqual([['requestToken', { profileId, form: PASSWORD_FORM }]]);
  });

  it('says so when the background does not answer, until it does', async () => {
    const { user } = await openPopup();
    fakeBrowser.runtime.onMessage.removeAllListeners();
    await user.click(getButton('Get token'));
    expect((await screen.findByRole('alert')).textContent).toContain('does not answer');
    installBackground();
    await user.click(getButton('Get token'));
    await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('asks nothing while something is missing', async () => {
    const { user } = await openPopup();
    await user.clear(getField('Client ID'));
    await user.click(getButton('Get token'));
    expect(screen.getByText('Client ID is needed for this grant.')).toBeTruthy();
    expect(background.asked).toEqual([]);
  });

  it('keeps what is half typed, and shows it again the next time', async () => {
    const { user } = await openPopup();
    await user.selectOptions(getField('Grant type'), 'Password (legacy)');
    await user.type(getField('User name'), 'joh');
    cleanup();
    await openPopup();
    expect((await findField('User name')).value).toBe('joh');
    expect(await draftFormItem.getValue()).toEqual({ ...EMPTY_TOKEN_FORM, grant: 'password', username: 'joh' });
  });

  it('says why the last request failed, until there is a token', async () => {
    await draftFormItem.setValue(PASSWORD_FORM);
    await storeState(refused);
    await openPopup();
    expect((await screen.findByRole('alert')).textContent).toContain('User name or password is wrong.');
    await storeState(issued);
    await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('says after a logout what became of the token', async () => {
    await storeState({ kind: 'absent', revocation: 'unsupported' });
    await openPopup();
    expect(screen.getByText(/This server cannot revoke tokens/)).toBeTruthy();
  });
});

describe('while a token is requested, the popup', () => {
  it('offers to cancel, until the request is over', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { user } = await openPopup();
    background.answer = () => promise;
    await user.click(getButton('Get token'));
    expect(getButton('Getting a token…')).toBeTruthy();
    background.answer = () => Promise.resolve();
    await user.click(getButton('Cancel'));
    expect(background.asked.at(-1)).toEqual(['cancelTokenRequest', profileId]);
    resolve();
    expect(await findButton('Get token')).toBeTruthy();
  });

  it('knows of a request that an earlier popup began, and hides the failure before it', async () => {
    await requestJournalsItem.setValue({ [profileId]: journal });
    await storeState(refused);
    await openPopup();
    expect(await findButton('Getting a token…')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    await act(() => requestJournalsItem.removeValue());
    expect(await findButton('Get token')).toBeTruthy();
    expect(screen.getByRole('alert')).toBeTruthy();
  });
});

describe('logged in, the popup', () => {
  beforeEach(() => storeState(issued));

  it('shows the token instead of the form', async () => {
    await openPopup();
    expect(screen.getByRole('heading', { name: 'johndoe' })).toBeTruthy();
    expect(screen.getByText('logged in')).toBeTruthy();
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('gets a new token with the login in force, whatever the draft says', async () => {
    await storeState({ kind: 'issued', token: { ...ISSUED_TOKEN, login: PASSWORD_FORM } });
    await draftFormItem.setValue({ ...PASSWORD_FORM, username: 'half-typed' });
    const { user } = await openPopup();
    await user.click(getButton('Get a new token'));
    await vi.waitFor(() => expect(background.asked).toEqual([['requestToken', { profileId, form: PASSWORD_FORM }]]));
  });

  it('renews a login that was made with a refresh token, which must not be used twice', async () => {
    const login = { ...PASSWORD_FORM, grant: 'refresh_token' as const, refresh_token: 'used-up' };
    await storeState({ kind: 'issued', token: { ...ISSUED_TOKEN, login } });
    const { user } = await openPopup();
    await user.click(getButton('Get a new token'));
    await vi.waitFor(() => expect(background.asked).toEqual([['renewToken', profileId]]));
  });

  it('asks who to log in as when the login is not held any more', async () => {
    const { user } = await openPopup();
    await user.click(getButton('Get a new token'));
    expect(await findButton('Get token')).toBeTruthy();
    expect(background.asked).toEqual([]);
  });

  it('lets the login be changed, with a way back, and ends that with the next token', async () => {
    const { user } = await openPopup();
    await user.click(getButton('Change…'));
    await user.click(await findButton('Back'));
    await user.click(await findButton('Change…'));
    await findButton('Get token');
    await storeState({ kind: 'issued', token: { ...ISSUED_TOKEN, access_token: 'the-next-token' } });
    expect(await findButton('Log out')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Get token' })).toBeNull();
  });

  it('shows a failed renewal beside the token that is still held', async () => {
    await storeState({ ...refused, token: ISSUED_TOKEN });
    await openPopup();
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(getButton('Log out')).toBeTruthy();
  });

  it('logs out, and shows the form without the secrets that were forgotten', async () => {
    await draftFormItem.setValue(PASSWORD_FORM);
    const { user } = await openPopup();
    await user.click(getButton('Log out'));
    expect(background.asked).toEqual([['logOut', profileId]]);
    await draftFormItem.setValue(withoutSecrets(PASSWORD_FORM));
    await storeState({ kind: 'absent' });
    expect([(await findField('User name')).value, getField('Password').value]).toEqual(['johndoe', '']);
  });
});

describe('the current tab', () => {
  beforeEach(() => storeState(issued));

  it('is told to carry the token, and can be paused', async () => {
    await installTab();
    const { user } = await openPopup();
    expect(await screen.findByText('Requests from this page carry the token')).toBeTruthy();
    await user.click(screen.getByRole('switch', { name: 'Send token' }));
    expect(background.asked).toEqual([['changeSwitches', { kind: 'all', on: false }]]);
    await act(() => pausedItem.setValue(true));
    expect(await screen.findByText('Paused: this page sends no token')).toBeTruthy();
  });

  it('is reloaded on demand when it is older than the extension', async () => {
    const id = await installTab({ hasRelay: false });
    const reload = vi.fn<(id: number) => Promise<void>>(() => Promise.resolve());
    Object.assign(fakeBrowser.tabs, { reload });
    const { user } = await openPopup();
    await user.click(await findButton('Reload'));
    expect(reload).toHaveBeenCalledExactlyOnceWith(id);
  });

  it('is followed when another one comes to the front', async () => {
    await installTab();
    await openPopup();
    await installTab({ url: 'about:blank' });
    expect(await screen.findByText('Not a KnetikCloud page')).toBeTruthy();
  });
});
