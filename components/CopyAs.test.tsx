// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { copiedDigestItem } from '@/utils/platform/storage';
import { ACCESS_TOKEN, API_ORIGIN } from '@/utils/testing/examples';
import { installPermissions } from '@/utils/testing/fake-apis';
import { CopyAs } from './CopyAs';

const CLIPBOARD = ['clipboardRead', 'clipboardWrite', 'offscreen'];
let permissions: ReturnType<typeof installPermissions>;
beforeEach(() => {
  fakeBrowser.reset();
  permissions = installPermissions();
  vi.stubEnv('FIREFOX', '');
});
afterEach(cleanup);

async function openFormats(access_token = ACCESS_TOKEN) {
  const user = userEvent.setup();
  render(<CopyAs access_token={access_token} api_origin={API_ORIGIN} />);
  await user.click(screen.getByRole('button', { name: 'Copy as…' }));
  const formats = await screen.findByRole('group', { name: 'Formats to copy' });
  const getNames = () =>
    within(formats)
      .getAllByRole('button')
      .map((button) => button.textContent);
  const copyAs = async (name: string) => {
    await user.click(within(formats).getByRole('button', { name: `Copy as ${name}` }));
    return navigator.clipboard.readText();
  };
  return { user, formats, getNames, copyAs, tick: (label: string) => user.click(screen.getByLabelText(label)) };
}
const findClearBox = () => screen.findByLabelText<HTMLInputElement>('Clear the clipboard after a minute');
const wait = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('“Copy as…”', () => {
  it('opens and closes the list of formats, also by keyboard', async () => {
    const { user } = await openFormats();
    const button = screen.getByRole('button', { name: 'Copy as…' });
    expect(button.getAttribute('aria-expanded')).toBe('true');
    button.focus();
    await user.keyboard('{Enter}');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('group')).toBeNull();
  });

  it('offers each format, and puts the chosen one on the clipboard', async () => {
    const { getNames, copyAs } = await openFormats();
    const names = ['HTTP header', 'curl', 'HTTPie', 'fetch', 'PowerShell', '.env line', 'Postman environment'];
    expect(getNames()).toEqual(names);
    expect(await copyAs('curl')).toBe(`curl --header 'Authorization: Bearer ${ACCESS_TOKEN}' '${API_ORIGIN}/me'`);
    const copied = new Set<string>();
    for (const name of names) copied.add(await copyAs(name));
    expect([...copied].filter((text) => text.includes(ACCESS_TOKEN))).toHaveLength(names.length);
  });

  it('tells a screen reader what was copied', async () => {
    const { formats, copyAs } = await openFormats();
    await copyAs('HTTPie');
    const told = within(formats)
      .getAllByRole('status')
      .map(({ textContent }) => textContent);
    expect(told.filter((text) => text !== '')).toEqual(['Copied as HTTPie']);
  });

  it('copies a placeholder instead of the token where that is wanted', async () => {
    const { copyAs, tick } = await openFormats();
    await tick('With a placeholder instead of the token');
    expect(await copyAs('curl')).toContain('"Authorization: Bearer $KNETIK_TOKEN"');
  });

  it('leaves out a format that cannot say this token', async () => {
    const { getNames } = await openFormats('\'"$');
    expect(getNames()).not.toContain('.env line');
    expect(getNames()).toContain('curl');
  });

  it('writes the token nowhere into the page', async () => {
    await openFormats();
    expect(document.documentElement.innerHTML).not.toContain(ACCESS_TOKEN);
  });
});

describe('clearing the clipboard', () => {
  it('is off at first, and then nothing is remembered of what is copied', async () => {
    const { copyAs } = await openFormats();
    expect((await findClearBox()).checked).toBe(false);
    await copyAs('curl');
    await wait();
    expect(await copiedDigestItem.getValue()).toBeNull();
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it('asks for the permission when it is ticked, and gives it back', async () => {
    const { user } = await openFormats();
    await user.click(await findClearBox());
    expect(permissions.asked).toEqual([CLIPBOARD]);
    await waitFor(async () => expect((await findClearBox()).checked).toBe(true));
    await user.click(await findClearBox());
    await waitFor(async () => expect((await findClearBox()).checked).toBe(false));
    expect([...permissions.granted]).toEqual([]);
  });

  it('stays off when the user does not allow it', async () => {
    permissions.userAgrees = false;
    const { user } = await openFormats();
    await user.click(await findClearBox());
    await waitFor(async () => expect((await findClearBox()).checked).toBe(false));
  });

  it('is due a minute after a secret was copied, of which only a digest is kept', async () => {
    permissions = installPermissions(CLIPBOARD);
    const { copyAs } = await openFormats();
    const before = Date.now();
    await copyAs('curl');
    const [alarm] = await vi.waitFor(async () => {
      const alarms = await fakeBrowser.alarms.getAll();
      expect(alarms).toHaveLength(1);
      return alarms;
    });
    expect(alarm?.scheduledTime).toBeGreaterThanOrEqual(before + 60_000);
    expect(await copiedDigestItem.getValue()).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(await fakeBrowser.storage.session.get())).not.toContain(ACCESS_TOKEN);
  });

  it('is not for a placeholder', async () => {
    permissions = installPermissions(CLIPBOARD);
    const { copyAs, tick } = await openFormats();
    await tick('With a placeholder instead of the token');
    await copyAs('curl');
    await wait();
    expect(await copiedDigestItem.getValue()).toBeNull();
  });
});
