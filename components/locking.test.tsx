// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defineDraftForm } from '@/utils/platform/storage';
import { forgetAllSecrets } from '@/utils/platform/token-forms';
import { API_ORIGIN, PASSWORD } from '@/utils/testing/examples';
import { installNotifications } from '@/utils/testing/fake-apis';
import { PROFILE } from '@/utils/testing/profile-examples';
import { openOptions } from './testing/open-options';
import { installBackground, openPopup, storeProfiles } from './testing/open-popup';
import { installPolicy, installShortcut, installVault, storeVault } from './testing/vault-background';

const { session } = fakeBrowser.storage;
/** As the background does it: the key first, then the secrets, then the word that it is over. */
const lock = () =>
  act(async () => {
    await session.set({ heldKey: { kind: 'closing' } });
    await forgetAllSecrets();
    await session.remove('heldKey');
  });
const getPassword = () => screen.findByLabelText<HTMLInputElement>('Password');
const readDraft = () => defineDraftForm(PROFILE.id).getValue();

beforeEach(async () => {
  fakeBrowser.reset();
  installNotifications([`${API_ORIGIN}/*`]);
  vi.stubEnv('FIREFOX', '');
});
afterEach(cleanup);

it.each(['unlocked', 'locked'] as const)(
  'a lock of what is %s empties the form of a popup that stays open, and the next key stores nothing of before',
  async (kind) => {
    installBackground();
    await storeProfiles(PROFILE);
    await storeVault(kind);
    const { user } = await openPopup();
    await user.type(await getPassword(), PASSWORD);
    await lock();
    await vi.waitFor(async () => expect((await getPassword()).value).toBe(''));
    await user.type(await screen.findByLabelText('User name'), 'x');
    expect(await readDraft()).toMatchObject({ username: 'johndoex', password: '' });
  },
);

it('while a lock is under way there is no form to read secrets into', async () => {
  installBackground();
  await storeProfiles(PROFILE);
  await storeVault('unlocked');
  const { user } = await openPopup();
  await user.type(await getPassword(), PASSWORD);
  await act(() => session.set({ heldKey: { kind: 'closing' } }));
  await vi.waitFor(() => expect(screen.queryByLabelText('Password')).toBeNull());
});

it('a lock ends what is half imported or exported in an options page that stays open', async () => {
  installShortcut('Alt+L');
  installPolicy({});
  installVault();
  await storeVault('unlocked');
  const { user } = await openOptions([PROFILE]);
  const text = screen.getByLabelText<HTMLTextAreaElement>(/^Paste an export/);
  await user.type(text, `client_secret=${PASSWORD}`);
  await user.click(screen.getByRole('checkbox', { name: 'With secrets, sealed with a passphrase' }));
  await user.type(await screen.findByLabelText('Passphrase for this export'), PASSWORD);
  await lock();
  await vi.waitFor(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')];
    expect(fields.map(({ value }) => value).join(' ')).not.toContain(PASSWORD);
  });
});
