// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { withoutSecrets } from '@/utils/oauth2/token-form';
import { readProfiles, writeProfiles } from '@/utils/platform/profile-storage';
import { currentProfileItem, defineDraftForm } from '@/utils/platform/storage';
import { buildProfile, type Profile } from '@/utils/profiles/profile';
import { changeProfiles, type ProfilesChange } from '@/utils/profiles/profile-list';
import { API_ORIGIN, PASSWORD, PASSWORD_FORM } from '@/utils/testing/examples';
import { installNotifications } from '@/utils/testing/fake-apis';
import { PROFILE } from '@/utils/testing/profile-examples';
import {
  findButton,
  getButton,
  installBackground,
  installTab,
  openPopup,
  storeLogins,
  storeProfiles,
} from './testing/open-popup';

const rival: Profile = buildProfile('rival', {
  name: 'Server client',
  form: withoutSecrets({ ...PASSWORD_FORM, username: 'grace' }),
});
const live = buildProfile('live', { name: 'Live', form: PROFILE.form, isProduction: true, colour: 'red' });
const getField = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const findSwitcher = (name: string) => screen.findByRole('button', { name: `Profile: ${name}. Switch…` });
const readForm = (): string[] => [getField('User name').value, getField('Password').value];

let background: ReturnType<typeof installBackground>;
beforeEach(() => {
  fakeBrowser.reset();
  background = installBackground();
  installNotifications([`${API_ORIGIN}/*`]);
  vi.stubEnv('FIREFOX', '');
});
afterEach(cleanup);

/** Opens the popup with these profiles; `switchTo` takes a profile by its place in the list. */
async function openWith(...profiles: [Profile, ...Profile[]]) {
  await storeProfiles(...profiles);
  const opened = await openPopup();
  const switchTo = async (place: number): Promise<void> => {
    await opened.user.keyboard(`{Control>}k{/Control}${place}`);
    await findSwitcher(profiles[place - 1]?.name ?? '');
    await screen.findByLabelText('User name');
  };
  return { ...opened, switchTo };
}

describe('what is half typed for one profile', () => {
  it('is not in another one’s form, and there again when the user comes back', async () => {
    const { user, switchTo } = await openWith(PROFILE, rival);
    await user.type(getField('Password'), PASSWORD);
    await switchTo(2);
    expect(readForm()).toEqual(['grace', '']);
    await user.type(getField('Password'), 'of-grace');
    await switchTo(1);
    expect(readForm()).toEqual(['johndoe', PASSWORD]);
    expect([await defineDraftForm(PROFILE.id).getValue(), await defineDraftForm(rival.id).getValue()]).toMatchObject([
      { username: 'johndoe', password: PASSWORD },
      { username: 'grace', password: 'of-grace' },
    ]);
  });

  it('is sent for that profile', async () => {
    const { user, switchTo } = await openWith(PROFILE, rival);
    await switchTo(2);
    await user.type(getField('Password'), PASSWORD);
    await user.type(getField('Client secret · optional'), `x{Enter}`);
    const form = { ...rival.form, password: PASSWORD, client_secret: 'x' };
    await vi.waitFor(() => expect(background.asked).toEqual([['requestToken', { profileId: rival.id, form }]]));
  });
});

describe('with several profiles logged in, the popup', () => {
  it('shows the token of the one that is shown, and whose token the tab carries', async () => {
    await installTab();
    await storeLogins(PROFILE);
    const { switchTo } = await openWith(PROFILE, rival);
    expect(await screen.findByText('Requests from this page carry the token')).toBeTruthy();
    await switchTo(2);
    expect(await screen.findByText('Requests from this page carry the token of Sandbox')).toBeTruthy();
    expect(screen.getByText('logged out')).toBeTruthy();
  });

  it('tells of a contest, also in the view of a profile that is logged out', async () => {
    await storeLogins(PROFILE, rival);
    await openWith(buildProfile('third', { name: 'Third' }), PROFILE, rival);
    const contest = await screen.findByRole('region', { name: 'Several profiles fit' });
    expect(within(contest).getByRole('button', { name: 'Use Server client' })).toBeTruthy();
  });

  it('warns of production for as long as that is shown and logged in', async () => {
    await storeLogins(live);
    await openWith(live);
    expect(await screen.findByRole('region', { name: 'Production' })).toBeTruthy();
    expect(screen.getByText('PRODUCTION')).toBeTruthy();
    await storeLogins();
    await vi.waitFor(() => expect(screen.queryByRole('region', { name: 'Production' })).toBeNull());
    expect(screen.getByText('PRODUCTION')).toBeTruthy();
  });
});

describe('a new profile', () => {
  /** Does what the background would with the profiles. */
  const installProfileKeeper = (): void => {
    background.answer = async (type) => {
      if (type !== 'changeProfiles') return;
      const change = background.asked.at(-1)?.[1] as ProfilesChange;
      const before = await readProfiles();
      await writeProfiles(changeProfiles(before, change, { nowMs: 0, buildId: () => 'added' }), before);
    };
  };
  beforeEach(installProfileKeeper);

  it('comes behind the one that is shown, and is shown', async () => {
    const { user } = await openWith(PROFILE, rival);
    await user.keyboard('{Control>}k{/Control}');
    await user.click(await findButton('New profile'));
    await findSwitcher('New profile');
    expect((await readProfiles()).map(({ name }) => name)).toEqual(['Sandbox', 'New profile', 'Server client']);
    expect(await currentProfileItem.getValue()).toBe('added');
  });

  it.each<[string, string, Partial<Profile>]>([
    ['https://acme.sandbox.knetikcloud.com/docs?x=1', 'acme sandbox', { isProduction: false, colour: 'blue' }],
    ['https://acme.knetikcloud.com/', 'acme production', { isProduction: true, colour: 'red' }],
    ['http://localhost:3000/app', 'localhost:3000', { isProduction: false }],
  ])('from the page %s is named "%s"', async (url, name, part) => {
    await installTab({ url });
    const { user } = await openWith(PROFILE);
    await user.click(await findSwitcher('Sandbox'));
    await user.click(await findButton('New from this page'));
    await findSwitcher(part.isProduction ? `${name} production` : name);
    const added = (await readProfiles()).find(({ id }) => id === 'added');
    expect(added).toMatchObject({ ...part, name, form: { base_url: new URL(url).origin } });
  });

  it.each(['about:blank', 'http://plain.example/'])('is not offered from the page %s', async (url) => {
    await installTab({ url });
    const { user } = await openWith(PROFILE);
    await user.click(await findSwitcher('Sandbox'));
    expect(await findButton('New profile')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'New from this page' })).toBeNull();
  });
});

describe('while the vault is locked, the popup', () => {
  beforeEach(() => fakeBrowser.storage.local.set({ vault: { any: 'thing' } }));

  it('asks for the passphrase first, and leaves the focus there', async () => {
    await openWith(PROFILE);
    await screen.findByText('Log in without the vault');
    await vi.waitFor(() => expect(document.activeElement).toBe(getField('Passphrase')));
    await screen.findByLabelText('Password');
    expect(document.activeElement).toBe(getField('Passphrase'));
    expect(screen.getByText('locked')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Lock' })).toBeNull();
  });

  it('shows a token all the same that was got meanwhile', async () => {
    await storeLogins(PROFILE);
    await openWith(PROFILE);
    expect(await findButton('Log out')).toBeTruthy();
    expect(screen.queryByText('Log in without the vault')).toBeNull();
  });
});

it('the way to lock is there as long as the vault is open', async () => {
  await fakeBrowser.storage.local.set({ vault: { any: 'thing' } });
  await fakeBrowser.storage.session.set({ heldKey: { kind: 'open' } });
  const { user } = await openWith(PROFILE);
  await user.click(getButton('Lock'));
  expect(background.asked).toEqual([['lockVault']]);
});
