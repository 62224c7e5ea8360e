// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { installNotifications } from '@/utils/testing/fake-apis';
import { NotifyOption } from './NotifyOption';

afterEach(cleanup);
const findBox = () =>
  screen.findByRole<HTMLInputElement>('checkbox', { name: 'Notify me when I have to log in again' });

it('asks the browser for the permission, and gives it back', async () => {
  const user = userEvent.setup();
  const notifications = installNotifications();
  render(<NotifyOption />);
  await user.click(await findBox());
  await vi.waitFor(() => expect(notifications.granted.has('notifications')).toBe(true));
  await user.click(await findBox());
  await vi.waitFor(() => expect(notifications.granted.has('notifications')).toBe(false));
});

it('stays off when the user refuses', async () => {
  const notifications = installNotifications();
  notifications.userAgrees = false;
  render(<NotifyOption />);
  await userEvent.setup().click(await findBox());
  await vi.waitFor(async () => expect((await findBox()).checked).toBe(false));
});

it('follows what the browser settings say meanwhile', async () => {
  const notifications = installNotifications();
  render(<NotifyOption />);
  await findBox();
  notifications.granted.add('notifications');
  notifications.onAdded.trigger({});
  await vi.waitFor(async () => expect((await findBox()).checked).toBe(true));
});
