// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { currentProfileItem, tokenStatesItem } from '@/utils/platform/storage';
import { writeProfiles } from '@/utils/platform/profile-storage';
import { buildManagedId } from '@/utils/profiles/managed-id';
import type { Profile } from '@/utils/profiles/profile';
import { ISSUED_TOKEN } from '@/utils/testing/examples';
import { installPermissions } from '@/utils/testing/fake-apis';
import { ACME, exampleProfile, openOptions } from '../testing/open-options';
import { findButton, getButton, installBackground } from '../testing/open-popup';

const acme = exampleProfile('acme');
const globex = exampleProfile('globex', { grant: 'password', username: 'johndoe' }, { isProduction: true });
const initech = exampleProfile('initech');
const TEAM_ID = buildManagedId('the team’s');
const setPolicy = () => fakeBrowser.storage.managed.set({ profiles: [{ name: 'the team’s', base_url: ACME }] });

let background: ReturnType<typeof installBackground>;
beforeEach(() => {
  fakeBrowser.reset();
  installPermissions();
  background = installBackground();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const getRows = () => within(screen.getByRole('list', { name: 'Profiles' })).getAllByRole('listitem');
const getNames = () => getRows().map((row) => row.querySelector('.name')?.textContent);
const withoutIds = ({ id: _none, ...profile }: Profile) => profile;

describe('the list of profiles', () => {
  it('says of each where it logs in and how, and what marks it', async () => {
    await tokenStatesItem.setValue({ globex: { kind: 'issued', token: ISSUED_TOKEN } });
    await currentProfileItem.setValue('acme');
    await setPolicy();
    await openOptions([acme, globex]);
    await screen.findByText('logged in');
    const host = 'acme.devsandbox.knetikcloud.com';
    expect(getRows().map((row) => [...row.querySelectorAll('p')].map(({ textContent }) => textContent))).toEqual([
      ['the team’steam', `${host} · Client credentials`],
      ['acmein popup', `${host} · Client credentials`],
      ['globex PRODUCTIONlogged in', `${host} · Password (legacy)`],
    ]);
  });

  it('is searched by what is typed, and says how many were found', async () => {
    const { user } = await openOptions([acme, globex, initech]);
    await user.type(screen.getByRole('searchbox', { name: 'Find a profile' }), 'johnd');
    expect(getNames()).toEqual(['globex']);
    expect(screen.getByText('Profiles found: 1 of 3')).toBeTruthy();
  });

  it('shows of many the first hundred, and more when asked', async () => {
    const { user } = await openOptions(Array.from({ length: 130 }, (_, index) => exampleProfile(`profile ${index}`)));
    expect(getRows()).toHaveLength(100);
    await user.click(getButton('Show more (30 left)'));
    expect(getRows()).toHaveLength(130);
    expect(screen.queryByRole('button', { name: /Show more/ })).toBeNull();
  });

  it('lets nobody change or move one of the team’s, but copy it', async () => {
    await setPolicy();
    const { user } = await openOptions([acme]);
    const names = within(getRows()[0] ?? document.body)
      .getAllByRole('button')
      .map((button) => button.getAttribute('aria-label'));
    expect(names).toEqual(['Use in popup: the team’s', 'Copy: the team’s']);
    await user.click(getButton('Copy: the team’s'));
    const profile = withoutIds(exampleProfile('the team’s 2'));
    expect(background.asked).toEqual([['changeProfiles', { kind: 'add', profile, after: TEAM_ID }]]);
  });

  it('shows what the team gets while the page is open', async () => {
    await openOptions([acme]);
    await act(setPolicy);
    expect(await screen.findByText('the team’s')).toBeTruthy();
  });

  it('shows a profile in the popup when told to', async () => {
    const { user } = await openOptions([acme, globex]);
    await user.click(getButton('Use in popup: globex'));
    await screen.findByText('in popup');
    expect(await currentProfileItem.getValue()).toBe('globex');
  });

  it('duplicates a profile under a name that is free', async () => {
    const { user } = await openOptions([acme, { ...initech, name: 'acme 2' }]);
    await user.click(getButton('Duplicate: acme'));
    const profile = { ...withoutIds(acme), name: 'acme 3' };
    expect(background.asked).toEqual([['changeProfiles', { kind: 'add', profile, after: 'acme' }]]);
  });

  it('says so when the background does not answer', async () => {
    const { user } = await openOptions([acme]);
    fakeBrowser.runtime.onMessage.removeAllListeners();
    await user.click(getButton('Duplicate: acme'));
    expect((await screen.findByText(/background does not answer/)).getAttribute('role')).toBe('alert');
  });
});

describe('moving a profile', () => {
  it('counts the places of removed ones, says where it is then, and keeps the focus on the button', async () => {
    const removed = { ...exampleProfile('removed'), removedAtMs: Date.now() };
    const { user } = await openOptions([acme, removed, globex, initech]);
    await user.click(getButton('Move down: acme'));
    expect(background.asked).toEqual([['changeProfiles', { kind: 'move', id: 'acme', toIndex: 2 }]]);
    await act(() => writeProfiles([removed, globex, acme, initech], [acme, removed, globex, initech]));
    await screen.findByText('acme: now 2 of 3');
    expect(document.activeElement).toBe(getButton('Move down: acme'));
  });

  it('is not possible beyond the ends, nor while the list is searched', async () => {
    const { user } = await openOptions([acme, globex]);
    await user.click(getButton('Move up: acme'));
    await user.click(getButton('Move down: globex'));
    expect(background.asked).toEqual([]);
    await user.type(screen.getByRole('searchbox'), 'a');
    expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull();
  });
});

describe('deleting profiles', () => {
  it('works for one, and for all that are selected but the team’s', async () => {
    const { user } = await setPolicy().then(() => openOptions([acme, globex]));
    await user.click(getButton('Delete: globex'));
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    await user.click(getButton('Delete selected (2)'));
    expect(background.asked).toEqual([
      ['changeProfiles', { kind: 'remove', ids: ['globex'] }],
      ['changeProfiles', { kind: 'remove', ids: ['acme', 'globex'] }],
    ]);
  });

  it('can be undone for all of the last minute together, and no longer', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const nowMs = Date.now();
    const gone = { ...exampleProfile('gone'), removedAtMs: nowMs - 61_000 };
    const [first, second] = [acme, globex].map((each) => ({ ...each, removedAtMs: nowMs - 10_000 }));
    if (!first || !second) throw new Error('There are two.');
    const { user } = await openOptions([first, second, initech, gone]);
    expect(getNames()).toEqual(['initech']);
    expect(screen.getByText('Profiles deleted: 2').getAttribute('role')).toBe('status');
    await user.click(getButton('Undo'));
    expect(background.asked).toEqual([['changeProfiles', { kind: 'restore', ids: ['acme', 'globex'] }]]);
    await act(() => void vi.advanceTimersByTime(51_000));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('leaves the focus on the way back', async () => {
    const { user } = await openOptions([acme, globex]);
    await user.click(getButton('Delete: globex'));
    await act(() => writeProfiles([acme, { ...globex, removedAtMs: Date.now() }], [acme, globex]));
    const undo = await findButton('Undo');
    await vi.waitFor(() => expect(document.activeElement).toBe(undo));
    expect(screen.getByText('Deleted: globex')).toBeTruthy();
  });
});
