// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { TokenFailure } from '@/utils/oauth2/token-failure';
import { NO_TOKEN, type TokenState } from '@/utils/oauth2/token-state';
import { awaitingPermissionItem, defineDraftForm } from '@/utils/platform/storage';
import { ISSUED_TOKEN, PASSWORD_FORM } from '@/utils/testing/examples';
import { installNotifications } from '@/utils/testing/fake-apis';
import { PROFILE } from '@/utils/testing/profile-examples';
import { LoginView } from './LoginView';
import { findButton, installBackground } from './testing/open-popup';

const FORM = { ...PASSWORD_FORM, base_url: 'https://api.game.example/v1' };
const draftFormItem = defineDraftForm(PROFILE.id);
const LOGIN = { profileId: PROFILE.id, form: FORM };
const PATTERN = 'https://api.game.example/*';

let background: ReturnType<typeof installBackground>;
let browser: ReturnType<typeof installNotifications>;
beforeEach(async () => {
  fakeBrowser.reset();
  background = installBackground();
  browser = installNotifications();
  await draftFormItem.setValue(FORM);
});
afterEach(cleanup);

/** Shows the view, and waits until it knows of the permission. */
async function renderView(state: TokenState = NO_TOKEN) {
  const contains = vi.spyOn(fakeBrowser.permissions, 'contains');
  const watched: Promise<unknown>[] = [];
  const watch = async (asking: Promise<unknown>): Promise<void> => {
    watched.push(asking);
    await asking;
  };
  render(<LoginView profile={PROFILE} lockedFields={[]} state={state} underWay={undefined} watch={watch} />);
  await vi.waitFor(() => expect(contains).toHaveBeenCalledWith({ origins: [PATTERN] }));
  await Promise.all(contains.mock.results.map(({ value }) => value));
  return { user: userEvent.setup(), watched };
}

describe('a token from a host of the user’s own', () => {
  it('is asked of the background at once where the extension may go', async () => {
    browser.granted.add(PATTERN);
    const { user } = await renderView();
    await user.click(await findButton('Get token'));
    expect([background.asked, browser.asked]).toEqual([[['requestToken', LOGIN]], []]);
  });

  it('waits for the user to allow the host, then for the background to go on', async () => {
    const { user } = await renderView();
    await user.click(await findButton('Get token'));
    await vi.waitFor(() => expect(background.asked).toEqual([['goOnWithPermission']]));
    expect(browser.asked).toEqual([[PATTERN]]);
    expect(await awaitingPermissionItem.getValue()).toMatchObject({
      origins: ['https://api.game.example'],
      type: 'requestToken',
      data: LOGIN,
    });
  });

  it('is not asked for when the user says no; the form is there for another try', async () => {
    browser.userAgrees = false;
    const { user, watched } = await renderView();
    await user.click(await findButton('Get token'));
    await Promise.all(watched);
    expect(await findButton('Get token')).toBeTruthy();
    expect([background.asked, await awaitingPermissionItem.getValue()]).toEqual([[], null]);
  });

  it('is asked for with the host of the login in force, not of a draft', async () => {
    await draftFormItem.setValue(PASSWORD_FORM);
    const { user } = await renderView({ kind: 'issued', token: { ...ISSUED_TOKEN, login: FORM } });
    await user.click(await findButton('Get a new token'));
    await vi.waitFor(() => expect(browser.asked).toEqual([[PATTERN]]));
  });
});

describe('a login that failed', () => {
  const fail = (failure: TokenFailure): Promise<unknown> => renderView({ kind: 'refused', failure });

  it('for want of the browser’s permission asks for that at a click, and goes on', async () => {
    await fail({ code: 'no-host-permission' });
    await userEvent.setup().click(await findButton('Allow access'));
    await vi.waitFor(() => expect(background.asked).toEqual([['goOnWithPermission']]));
    expect(browser.asked).toEqual([[PATTERN]]);
    expect(await awaitingPermissionItem.getValue()).toMatchObject({ type: 'requestToken', data: LOGIN });
  });

  it('marks the fields in question until they are changed', async () => {
    await fail({ code: 'refused', status: 400, grant_type: 'password', error: 'invalid_grant' });
    const isMarked = (label: string): boolean =>
      screen.getByLabelText(label, { selector: 'input' }).getAttribute('aria-invalid') === 'true';
    await findButton('Get token');
    expect(['User name', 'Password', 'Base URL'].map(isMarked)).toEqual([true, true, false]);
    await userEvent.setup().type(screen.getByLabelText('Password', { selector: 'input' }), 'x');
    expect(['User name', 'Password'].map(isMarked)).toEqual([true, false]);
  });
});
