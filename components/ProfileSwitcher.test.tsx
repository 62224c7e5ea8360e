// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { currentProfileItem } from '@/utils/platform/storage';
import { buildProfile, type Profile } from '@/utils/profiles/profile';
import { buildSituation, PROFILE } from '@/utils/testing/profile-examples';
import { ProfileSwitcher } from './ProfileSwitcher';
import { installBackground, storeProfiles } from './testing/open-popup';

const media = buildProfile('media', {
  name: 'Média server',
  form: { ...PROFILE.form, base_url: 'https://media.example' },
});
const live = buildProfile('live', { name: 'Live', isProduction: true, colour: 'red' });

beforeEach(() => {
  fakeBrowser.reset();
  installBackground();
});
afterEach(cleanup);

/** Shows the switcher for the first of these profiles, below which there is a field of another form. */
async function renderSwitcher(...profiles: [Profile, ...Profile[]]) {
  const [profile] = profiles;
  await storeProfiles(...profiles);
  render(
    <>
      <ProfileSwitcher profile={profile} situation={buildSituation()} tabUrl={undefined} watch={async () => {}} />
      <input aria-label="Below" />
    </>,
  );
  const user = userEvent.setup();
  return { user, open: () => user.keyboard('{Control>}k{/Control}') };
}
const getSwitcher = () => screen.getByRole('button', { name: /^Profile: / });
const getField = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Find a profile' });
const getNames = () => screen.queryAllByRole('option').map((option) => option.querySelector('.name')?.textContent);
const expectNames = (...names: string[]) => vi.waitFor(() => expect(getNames()).toEqual(names));
/** What Enter would choose, as a screen reader is told. */
const getActive = () =>
  document.getElementById(getField().getAttribute('aria-activedescendant') ?? '')?.querySelector('.name')?.textContent;
const expectSwitchTo = (profile: Profile) =>
  vi.waitFor(async () => expect(await currentProfileItem.getValue()).toBe(profile.id));
const expectClosed = () => vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

describe('the profile switcher', () => {
  it.each([
    [PROFILE, 'Profile: Sandbox. Switch…'],
    [live, 'Profile: Live production. Switch…'],
  ])('says which profile is shown, and whether it is production', async (profile, name) => {
    await renderSwitcher(profile);
    expect(getSwitcher().getAttribute('aria-label')).toBe(name);
    expect(screen.queryByText('PRODUCTION') !== null).toBe(profile.isProduction);
  });

  it.each<[string, string, Profile]>([
    ['Enter, for the next one', '{Enter}', media],
    ['a digit, for its place', '3', live],
    ['an arrow and Enter, though that is one more', '{ArrowDown}{Enter}', live],
  ])('switches with Ctrl+K and %s', async (_case, keys, profile) => {
    const { user, open } = await renderSwitcher(PROFILE, media, live);
    await open();
    await expectNames('Sandbox', 'Média server', 'Live');
    await user.keyboard(keys);
    await expectSwitchTo(profile);
    await expectClosed();
    expect(document.activeElement).toBe(getSwitcher());
  });

  it('takes the second key also when it comes before the list was read', async () => {
    const { user } = await renderSwitcher(PROFILE, media);
    const { local } = fakeBrowser.storage;
    const { get } = local;
    const { promise, resolve } = Promise.withResolvers<void>();
    Object.assign(local, { get: (...keys: unknown[]) => promise.then((): unknown => Reflect.apply(get, local, keys)) });
    await user.keyboard('{Control>}k{/Control}{Enter}');
    expect(screen.queryAllByRole('option')).toEqual([]);
    resolve();
    await expectSwitchTo(media);
    await expectClosed();
  });

  it('goes round the list with the arrows, and tells which one is active', async () => {
    const { user, open } = await renderSwitcher(PROFILE, media, live);
    await open();
    await expectNames('Sandbox', 'Média server', 'Live');
    const seen = [getActive()];
    for (const key of ['{ArrowUp}', '{ArrowUp}', '{ArrowDown}']) {
      await user.keyboard(key);
      seen.push(getActive());
    }
    expect(seen).toEqual(['Média server', 'Sandbox', 'Live', 'Sandbox']);
    expect(screen.getAllByRole('option', { selected: true })).toHaveLength(1);
  });

  it('finds by any part of name or address, without accents, and switches to the first found', async () => {
    const { user, open } = await renderSwitcher(PROFILE, live, media);
    await open();
    await user.keyboard('media');
    await expectNames('Média server');
    await user.keyboard('{Enter}');
    await expectSwitchTo(media);
  });

  it('types digits once something was typed, and says when nothing is found', async () => {
    const { user, open } = await renderSwitcher(PROFILE, media);
    await open();
    await user.keyboard('x1{Enter}');
    expect(getField().value).toBe('x1');
    expect(screen.getByRole('status').textContent).toBe('No profile has that in its name, address, user or client.');
    expect(await currentProfileItem.getValue()).toBe(PROFILE.id);
  });

  it('leaves the browser its own shortcuts', async () => {
    const { user, open } = await renderSwitcher(PROFILE, media);
    await open();
    await expectNames('Sandbox', 'Média server');
    await user.keyboard('{Control>}2{/Control}');
    expect(screen.getByRole('dialog')).toBeTruthy();
  });

  it('switches with a click, too, and shows whose login is in force and who is shown', async () => {
    const { user } = await renderSwitcher(PROFILE, media);
    await user.click(getSwitcher());
    expect((await screen.findByRole('option', { name: /^Sandbox/ })).textContent).toContain('logged in · shown now');
    await user.click(screen.getByRole('option', { name: /^Média/ }));
    await expectSwitchTo(media);
  });

  it.each(['{Escape}', '{Control>}k{/Control}'])('closes with %s, and gives the focus back', async (keys) => {
    const { user, open } = await renderSwitcher(PROFILE, media);
    await open();
    expect(document.activeElement).toBe(getField());
    await user.keyboard(keys);
    await expectClosed();
    expect(document.activeElement).toBe(getSwitcher());
    expect(await currentProfileItem.getValue()).toBe(PROFILE.id);
  });

  it('closes when the user goes on elsewhere, and leaves the focus there', async () => {
    const { user, open } = await renderSwitcher(PROFILE, media);
    await open();
    await user.click(screen.getByLabelText('Below'));
    await expectClosed();
    expect(document.activeElement).toBe(screen.getByLabelText('Below'));
  });

  it('shows fifty of a thousand profiles, and finds any of them', async () => {
    const many = Array.from({ length: 999 }, (_, index) => buildProfile(`p${index}`, { name: `Customer ${index}` }));
    const { user, open } = await renderSwitcher(PROFILE, ...many);
    await open();
    await vi.waitFor(() => expect(getNames()).toHaveLength(50));
    expect(screen.getByRole('status').textContent).toBe('950 more: type part of a name.');
    await user.keyboard('customer 99{Enter}');
    await vi.waitFor(async () => expect(await currentProfileItem.getValue()).toBe('p99'));
  });

  it('does not list what was removed', async () => {
    const { open } = await renderSwitcher(PROFILE, { ...media, removedAtMs: 1 }, live);
    await open();
    await expectNames('Sandbox', 'Live');
  });
});
