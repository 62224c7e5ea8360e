// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readImport } from '@/utils/imports/read-import';
import { defineDraftForm } from '@/utils/platform/storage';
import * as saving from '@/utils/platform/save-text';
import { openWithPassphrase } from '@/utils/vault/seal-with-passphrase';
import { CLIENT_SECRET, PASSWORD, PASSWORD_FORM } from '@/utils/testing/examples';
import { installNotifications } from '@/utils/testing/fake-apis';
import { exampleProfile, openOptions } from '../testing/open-options';
import { getButton, installBackground } from '../testing/open-popup';

const acme = exampleProfile('acme', { grant: 'password' });
const globex = exampleProfile('globex');
const PASSPHRASE = 'correct horse battery staple';

const saved: [text: string, fileName: string][] = [];
beforeEach(async () => {
  fakeBrowser.reset();
  installNotifications();
  installBackground();
  saved.length = 0;
  vi.spyOn(saving, 'saveText').mockImplementation((text, fileName) => void saved.push([text, fileName]));
  await defineDraftForm('acme').setValue(PASSWORD_FORM);
});
afterEach(cleanup);

const getField = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const readNames = async (text = '') => {
  const reading = await readImport(text);
  return reading.ok ? reading.profiles.map(({ profile }) => profile.name) : reading.code;
};

describe('an export', () => {
  it('is a file of all profiles without any secret', async () => {
    const { user } = await openOptions([acme, globex]);
    await user.click(getButton('Save as a file'));
    await vi.waitFor(() => expect(saved).toHaveLength(1));
    const [[text, fileName] = ['', '']] = saved;
    expect(fileName).toMatch(/^knetikcloud-profiles-\d{4}-\d\d-\d\d\.json$/);
    expect(await readNames(text)).toEqual(['acme', 'globex']);
    expect(text).not.toMatch(new RegExp(`${PASSWORD}|${CLIENT_SECRET}|sealed`));
  });

  it('has only those that are selected, when asked for', async () => {
    const { user } = await openOptions([acme, globex]);
    await user.click(screen.getByRole('checkbox', { name: 'Select globex' }));
    await user.click(getField('Those selected in the list above (1)'));
    await user.click(getButton('Save as a file'));
    await vi.waitFor(async () => expect(await readNames(saved[0]?.[0])).toEqual(['globex']));
  });

  it('can be copied instead', async () => {
    const { user } = await openOptions([acme]);
    await user.click(getButton('Copy'));
    await screen.findByText('Copied.');
    expect(await readNames(await navigator.clipboard.readText())).toEqual(['acme']);
  });

  it('says so when it cannot be copied', async () => {
    const { user } = await openOptions([acme]);
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    await user.click(getButton('Copy'));
    expect(await screen.findByText('That did not work. Try again.')).toBeTruthy();
  });
});

describe('an export with secrets', () => {
  const openWithSecrets = async () => {
    const opened = await openOptions([acme, globex]);
    await opened.user.click(getField('With secrets, sealed with a passphrase'));
    await screen.findByLabelText('Passphrase for this export');
    return opened;
  };

  it('says which ones go along before it is made', async () => {
    await openWithSecrets();
    expect(screen.getByText(/Secrets that go along: Client secret \(1\), Password \(1\)\./)).toBeTruthy();
  });

  it.each([
    ['too short', 'short', 'short', /at least 12 characters/],
    ['not the same twice', PASSPHRASE, 'another horse battery', /not the same passphrase/],
  ])('is not made with a passphrase that is %s', async (_case, passphrase, again, problem) => {
    const { user } = await openWithSecrets();
    await user.type(getField('Passphrase for this export'), passphrase);
    await user.type(getField('The same passphrase again'), again);
    await user.click(getButton('Save as a file'));
    expect(screen.getByText(problem)).toBeTruthy();
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true'));
    expect(saved).toEqual([]);
  });

  it('shows none of them, and opens with the passphrase that was typed', async () => {
    const { user } = await openWithSecrets();
    await user.type(getField('Passphrase for this export'), PASSPHRASE);
    await user.type(getField('The same passphrase again'), PASSPHRASE);
    await user.click(getButton('Save as a file'));
    await vi.waitFor(() => expect(saved).toHaveLength(1), 10_000);
    const text = saved[0]?.[0] ?? '';
    expect(text).not.toMatch(new RegExp(`${PASSWORD}|${CLIENT_SECRET}|${PASSPHRASE}`));
    const reading = await readImport(text, {
      sealed: { kind: 'open', passphrase: PASSPHRASE, open: openWithPassphrase },
    });
    expect(reading).toMatchObject({
      ok: true,
      profiles: [{ secrets: { password: PASSWORD, client_secret: CLIENT_SECRET } }, { secrets: { password: '' } }],
    });
    expect(getField('Passphrase for this export').value).toBe('');
  });
});
