// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OWN_REACH } from '@/utils/injection/reach';
import { EMPTY_TOKEN_FORM } from '@/utils/oauth2/token-form';
import { writeProfiles } from '@/utils/platform/profile-storage';
import { installPermissions } from '@/utils/testing/fake-apis';
import { ACME, exampleProfile, openOptions } from '../testing/open-options';
import { findButton, getButton, installBackground } from '../testing/open-popup';

const acme = exampleProfile('acme', { grant: 'password', username: 'johndoe' });

let background: ReturnType<typeof installBackground>;
let permissions: ReturnType<typeof installPermissions>;
beforeEach(() => {
  fakeBrowser.reset();
  permissions = installPermissions(['https://acme.devsandbox.knetikcloud.com/*']);
  background = installBackground();
});
afterEach(cleanup);

const getField = (label: string | RegExp) => screen.getByLabelText<HTMLInputElement>(label);
const getProblem = (label: string | RegExp) =>
  document.getElementById(getField(label).getAttribute('aria-describedby') ?? '')?.textContent;
const getChecked = () =>
  screen.getAllByRole<HTMLInputElement>('radio').find(({ name, checked }) => name === 'colour' && checked)?.value;

async function openNew() {
  const opened = await openOptions([acme]);
  await opened.user.click(getButton('New profile'));
  return opened;
}
async function openEdit() {
  const opened = await openOptions([acme]);
  await opened.user.click(getButton('Edit: acme'));
  return opened;
}

describe('a new profile', () => {
  it('has the base URL of the app and environment that were chosen, and a name made of them', async () => {
    const { user } = await openNew();
    await user.selectOptions(getField('Environment'), 'Sandbox');
    await user.type(getField(/^App name/), 'Globex');
    expect(screen.getByText('Base URL: https://globex.sandbox.knetikcloud.com')).toBeTruthy();
    await user.click(getButton('Save'));
    const profile = {
      name: 'globex sandbox',
      colour: 'blue',
      isProduction: false,
      form: { ...EMPTY_TOKEN_FORM, base_url: 'https://globex.sandbox.knetikcloud.com' },
      reach: OWN_REACH,
    };
    expect(background.asked).toEqual([['changeProfiles', { kind: 'add', profile }]]);
    await vi.waitFor(() => expect(document.activeElement).toBe(getButton('New profile')));
  });

  it('is marked red and as production where it is one, and not where it is no more', async () => {
    const { user } = await openNew();
    await user.selectOptions(getField('Environment'), 'Production');
    expect([getChecked(), getField(/^This is production/).checked]).toEqual(['red', true]);
    await user.selectOptions(getField('Environment'), 'Sandbox');
    expect([getChecked(), getField(/^This is production/).checked]).toEqual(['blue', false]);
  });

  it('can be at any other address that keeps credentials secret', async () => {
    const { user } = await openNew();
    await user.selectOptions(getField('Environment'), 'Another address…');
    await user.clear(getField('Base URL'));
    await user.type(getField('Base URL'), 'http://api.example');
    await user.click(getButton('Save'));
    expect(getProblem('Base URL')).toMatch(/must begin with https/);
    await user.clear(getField('Base URL'));
    await user.type(getField('Base URL'), 'localhost:8080');
    await user.click(getButton('Save'));
    const form = { ...EMPTY_TOKEN_FORM, base_url: 'localhost:8080' };
    expect(background.asked).toMatchObject([['changeProfiles', { kind: 'add', profile: { form } }]]);
  });
});

describe('what is wrong', () => {
  it('is said beside each field, the first has the focus, and nothing that was typed is lost', async () => {
    const { user } = await openNew();
    await user.selectOptions(getField('Environment'), 'Production');
    await user.clear(getField('Name'));
    await user.selectOptions(getField('Grant type'), 'Other…');
    await user.type(getField('Grant type name'), 'my plug-in');
    await user.type(getField(/^User name/), 'johndoe');
    await user.click(getButton('Save'));
    expect(background.asked).toEqual([]);
    expect(['App name', 'Name', 'Grant type name'].map(getProblem)).toEqual([
      'Production has no server without an app: type the app’s name.',
      'A name is needed: the popup’s list shows it.',
      'A grant type has letters, digits, “-”, “.” and “_” only, or is a URI.',
    ]);
    await vi.waitFor(() => expect(document.activeElement).toBe(getField('App name')));
    expect([getField('Grant type name').value, getField(/^User name/).value]).toEqual(['my plug-in', 'johndoe']);
    await user.type(getField('App name'), 'acme');
    expect(getProblem('App name')).toBe('Base URL: https://acme.knetikcloud.com');
  });

  it('is listed beside the button that was pressed, and each entry leads to its field', async () => {
    const { user } = await openNew();
    await user.clear(getField('Name'));
    await user.selectOptions(getField('Grant type'), 'Other…');
    await user.click(getButton('Save'));
    await screen.findByText(/^Nothing is saved yet/);
    await user.click(getButton('Grant type name'));
    expect(document.activeElement).toBe(getField('Grant type name'));
    await user.type(getField('Name'), 'acme two');
    expect(screen.queryByRole('button', { name: 'Name' })).toBeNull();
  });

  it('does not stop a profile without the user name, which each user types', async () => {
    const { user } = await openEdit();
    await user.clear(getField(/^User name/));
    await user.click(getButton('Save'));
    expect(background.asked).toHaveLength(1);
  });
});

describe('editing a profile', () => {
  it('begins with what it is, asks for no secret, and saves what was changed', async () => {
    const { user } = await openEdit();
    expect([getField('Name').value, getField(/^App name/).value, getField(/^User name/).value]).toEqual([
      'acme',
      'acme',
      'johndoe',
    ]);
    expect(screen.queryByLabelText(/^Password$|^Client secret/)).toBeNull();
    await user.clear(getField('Name'));
    await user.type(getField('Name'), 'Shop');
    await user.click(getField('Purple'));
    await user.click(getButton('Save'));
    const { id: _id, ...before } = acme;
    const profile = { ...before, name: 'Shop', colour: 'purple' };
    expect(background.asked).toEqual([['changeProfiles', { kind: 'save', id: 'acme', profile }]]);
  });

  it('is given up without a trace', async () => {
    const { user } = await openEdit();
    await user.type(getField('Name'), ' changed');
    await user.click(getButton('Cancel'));
    expect(await findButton('Edit: acme')).toBeTruthy();
    expect(background.asked).toEqual([]);
  });

  it('stays open with what was typed when the background does not answer', async () => {
    const { user } = await openEdit();
    fakeBrowser.runtime.onMessage.removeAllListeners();
    await user.type(getField('Name'), ' two');
    await user.click(getButton('Save'));
    expect((await screen.findByText(/does not answer/)).getAttribute('role')).toBe('alert');
    expect(getField('Name').value).toBe('acme two');
  });

  it('says so when the profile was changed elsewhere meanwhile', async () => {
    await openEdit();
    expect(screen.queryByText(/changed elsewhere/)).toBeNull();
    await act(() => writeProfiles([{ ...acme, reach: { ...OWN_REACH, links: true } }], [acme]));
    expect(await screen.findByText(/changed elsewhere/)).toBeTruthy();
  });

  it('does not offer another server’s pages for the one that it moves to', async () => {
    const { user } = await openEdit();
    await user.selectOptions(getField('Environment'), 'Sandbox');
    expect(screen.queryByLabelText('Another page')).toBeNull();
    expect(screen.getByText(/no token goes where another\s+server’s was to go/)).toBeTruthy();
  });
});

describe('a profile whose token is to go further', () => {
  const addPage = async () => {
    const { user } = await openEdit();
    await user.type(getField('Another page'), 'shop.example{Enter}');
    expect(background.asked).toEqual([]);
    await user.click(getButton('Save'));
  };

  it('is saved once the browser allows its hosts', async () => {
    await addPage();
    await vi.waitFor(() => expect(background.asked).toHaveLength(1));
    expect(permissions.asked).toEqual([[`${ACME}/*`, 'https://shop.example/*']]);
    const reach = { ...OWN_REACH, pages: ['https://shop.example'] };
    expect(background.asked).toMatchObject([['changeProfiles', { kind: 'save', profile: { reach } }]]);
  });

  it('is not saved when the user says no to that', async () => {
    permissions.userAgrees = false;
    await addPage();
    expect((await screen.findByText(/permission for these hosts nothing was done/)).getAttribute('role')).toBe('alert');
    expect(background.asked).toEqual([]);
  });
});
