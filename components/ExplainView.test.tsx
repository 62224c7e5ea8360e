// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pausedItem } from '@/utils/platform/storage';
import { API_ORIGIN } from '@/utils/testing/examples';
import { installPermissions } from '@/utils/testing/fake-apis';
import { PROFILE } from '@/utils/testing/profile-examples';
import { ExplainView } from './ExplainView';
import type { ExplainedRequest } from './explained-request';
import { installTab, storeLogins, storeProfiles } from './testing/open-popup';

const REQUEST: ExplainedRequest = {
  url: `${API_ORIGIN}/me`,
  method: 'GET',
  kind: 'call',
  page: API_ORIGIN,
  hasOwnHeader: false,
};

beforeEach(async () => {
  fakeBrowser.reset();
  installPermissions([`${API_ORIGIN}/*`]);
  await installTab({ url: `${API_ORIGIN}/page` });
  await storeProfiles(PROFILE);
});
afterEach(cleanup);

async function open(part: Partial<ExplainedRequest> = {}) {
  render(<ExplainView initial={{ ...REQUEST, ...part }} />);
  await screen.findByRole('list', { name: 'Conditions' });
  return userEvent.setup();
}
const expectResult = (text: string): Promise<unknown> =>
  vi.waitFor(() => expect(screen.getByRole('status').textContent).toContain(text));
const getCondition = (text: string): string | null => {
  const items = within(screen.getByRole('list', { name: 'Conditions' })).getAllByRole('listitem');
  return items.find((item) => item.textContent?.includes(text))?.textContent ?? null;
};

it('a request that meets every condition is told to carry the token, and whose', async () => {
  await storeLogins(PROFILE);
  await open();
  await expectResult(`Such a request carries the token of ${PROFILE.name}.`);
  expect(screen.queryByText('Not looked at:')).toBeNull();
});

it('while nobody is logged in that is the next step, and what depends on it is not looked at', async () => {
  await open();
  await expectResult('Log in, or unlock the vault.');
  expect(getCondition('A profile is logged in')).toContain('Does not hold');
  expect(getCondition('The page is chosen')).toContain('Nobody is logged in.');
});

it('a pause shows at once', async () => {
  await storeLogins(PROFILE);
  await open();
  await act(() => pausedItem.setValue(true));
  await expectResult('Switch “Send token” on.');
});

it('an address that is none is told beside its field, and stays as it was typed', async () => {
  await storeLogins(PROFILE);
  const user = await open();
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: /^Address of the request/ });
  await user.clear(field);
  await user.type(field, 'no address');
  await user.click(screen.getByRole('button', { name: 'Explain' }));
  expect(screen.getByText(/^This is no address/)).toBeTruthy();
  expect([field.value, field.getAttribute('aria-invalid')]).toEqual(['no address', 'true']);
  expect(screen.queryByRole('status')).toBeNull();
  await user.clear(field);
  await user.type(field, '/users');
  await user.click(screen.getByRole('button', { name: 'Explain' }));
  await expectResult('Such a request carries the token of');
});

it('a profile that would fit, too, is named', async () => {
  const second = { ...PROFILE, id: 'second', name: 'Second' };
  await storeProfiles(PROFILE, second);
  await storeLogins(PROFILE, second);
  await open();
  await expectResult(PROFILE.name);
  expect(getCondition('The page is chosen')).toContain('Would fit, too: Second.');
});
