// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { syncSettingsItem } from '@/utils/platform/settings-sync';
import { settingsItem } from '@/utils/platform/storage';
import { DEFAULT_SETTINGS } from '@/utils/profiles/settings';
import { installNotifications } from '@/utils/testing/fake-apis';
import { installPolicy, installShortcut } from '../testing/vault-background';
import { SettingsSection } from './SettingsSection';

beforeEach(() => {
  fakeBrowser.reset();
  installNotifications();
  installPolicy({});
  installShortcut('Alt+Shift+L');
  vi.stubEnv('FIREFOX', '');
});
afterEach(cleanup);

const IDLE = 'Idle minutes before locking';
const IN_PRODUCTION = 'Idle minutes while logged in to production';
const WRITING = 'Minutes that writing stays allowed';
const SYNC = 'Sync these settings with your browser account';
const WITH_SCREEN = 'Also when the computer’s screen is locked';
const NEVER = 'Not before the browser closes';

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
async function open() {
  render(<SettingsSection />);
  await screen.findByLabelText(SYNC);
  await screen.findByLabelText(IDLE);
  return userEvent.setup();
}
async function fill(user: Awaited<ReturnType<typeof open>>, label: string, text: string): Promise<void> {
  await user.clear(field(label));
  await user.type(field(label), text);
  await user.tab();
}
const untilStored = (change: object) =>
  vi.waitFor(async () => expect(await settingsItem.getValue()).toEqual({ ...DEFAULT_SETTINGS, ...change }));

describe('a setting', () => {
  it.each([
    [IDLE, 'autoLockMinutes'],
    [IN_PRODUCTION, 'productionAutoLockMinutes'],
    [WRITING, 'writingMinutes'],
  ])('is saved as soon as it is typed, and that is said: %s', async (label, key) => {
    const user = await open();
    await fill(user, label, '42');
    await untilStored({ [key]: 42 });
    expect(await screen.findByText('Saved')).toBeTruthy();
    expect(field(label).value).toBe('42');
  });

  it.each(['0', '1441', '2.5', ''])('is not saved when it cannot be: “%s”; what was typed stays', async (text) => {
    const user = await open();
    await user.clear(field(WRITING));
    if (text !== '') await user.type(field(WRITING), text);
    await user.tab();
    expect((await screen.findByRole('alert')).textContent).toBe('Not saved: whole minutes from 1 to 1,440 only.');
    expect(field(WRITING).value).toBe(text);
    expect(await settingsItem.getValue()).toEqual(DEFAULT_SETTINGS);
  });

  it('shows what was changed elsewhere meanwhile', async () => {
    await open();
    await act(() => settingsItem.setValue({ ...DEFAULT_SETTINGS, writingMinutes: 77 }));
    await vi.waitFor(() => expect(field(WRITING).value).toBe('77'));
  });
});

describe('locking by itself', () => {
  it('can wait until the browser closes, and be by the clock again', async () => {
    const user = await open();
    await user.click(field(NEVER));
    await untilStored({ autoLockMinutes: null });
    await vi.waitFor(() => expect(field(IDLE).disabled).toBe(true));
    await user.click(field('When nobody has used the computer for a while'));
    await untilStored({});
  });

  it('comes with the screen’s, unless it is switched off', async () => {
    const user = await open();
    expect(field(WITH_SCREEN).checked).toBe(true);
    await user.click(field(WITH_SCREEN));
    await untilStored({ lockWithSystem: false });
  });

  it('does not promise in Firefox what only others tell', async () => {
    vi.stubEnv('FIREFOX', 'true');
    await open();
    expect(field(WITH_SCREEN)).toMatchObject({ checked: false, disabled: true });
    expect(screen.getByRole('checkbox', { name: WITH_SCREEN, description: /Firefox does not tell/ })).toBeTruthy();
  });
});

describe('under a team’s policy', () => {
  beforeEach(() => installPolicy({ auto_lock_minutes: 4 }));

  it('no time is longer than it allows, and “not before the browser closes” is not to be had', async () => {
    await settingsItem.setValue({ ...DEFAULT_SETTINGS, autoLockMinutes: null });
    await open();
    expect([field(IDLE).value, field(IN_PRODUCTION).value]).toEqual(['4', '4']);
    expect(field(NEVER)).toMatchObject({ checked: false, disabled: true });
    expect(screen.getByText('Your team’s policy: when idle for 4 minutes at the latest.')).toBeTruthy();
  });

  it.each([IDLE, IN_PRODUCTION])('none can be set: %s', async (label) => {
    const user = await open();
    await fill(user, label, '5');
    expect((await screen.findByRole('alert')).textContent).toContain('from 1 to 4 only');
    expect(await settingsItem.getValue()).toEqual(DEFAULT_SETTINGS);
    await fill(user, label, '3');
    await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});

describe('syncing', () => {
  it('is off until it is switched on', async () => {
    const user = await open();
    expect(field(SYNC).checked).toBe(false);
    await user.click(field(SYNC));
    await vi.waitFor(async () => expect(await syncSettingsItem.getValue()).toBe(true));
    await user.click(field(SYNC));
    await vi.waitFor(async () => expect(await syncSettingsItem.getValue()).toBe(false));
  });

  it('says so where the browser’s sync does not work, and stays off', async () => {
    vi.spyOn(fakeBrowser.storage.sync, 'get').mockRejectedValue(new Error('Sync is disabled'));
    const user = await open();
    await user.click(field(SYNC));
    expect((await screen.findByRole('alert')).textContent).toContain('does not work');
    await vi.waitFor(() => expect(field(SYNC).checked).toBe(false));
  });
});
