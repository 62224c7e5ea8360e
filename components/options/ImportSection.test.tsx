// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OWN_REACH } from '@/utils/injection/reach';
import { EMPTY_TOKEN_FORM } from '@/utils/oauth2/token-form';
import { buildExport } from '@/utils/imports/build-export';
import { sealWithPassphrase } from '@/utils/vault/seal-with-passphrase';
import { CLIENT_ID, CLIENT_SECRET, PASSWORD, USERNAME } from '@/utils/testing/examples';
import { installNotifications } from '@/utils/testing/fake-apis';
import { ACME, exampleProfile, openOptions } from '../testing/open-options';
import { findButton, getButton, installBackground } from '../testing/open-popup';

const CURL = `curl ${ACME}/oauth/token -d grant_type=password -d username=${USERNAME} -d password=${PASSWORD} -d client_id=${CLIENT_ID} -d client_secret=${CLIENT_SECRET}`;
const LOGIN = { grant: 'password', username: USERNAME, client_id: CLIENT_ID } as const;
const NO_SECRETS = { client_secret: '', password: '', token: '', refresh_token: '' };
const PASSPHRASE = 'correct horse battery staple';

let background: ReturnType<typeof installBackground>;
beforeEach(() => {
  fakeBrowser.reset();
  installNotifications();
  background = installBackground();
});
afterEach(() => {
  cleanup();
});

const getText = () => screen.getByLabelText<HTMLTextAreaElement>(/^Paste an export/);
const findReview = () => screen.findByRole('region', { name: /^Profiles to look at/ });
const getTaken = () =>
  screen.getAllByRole<HTMLInputElement>('checkbox', { name: /^Add / }).map(({ checked }) => checked);

async function read(text: string, profiles = [exampleProfile('acme')]) {
  const opened = await openOptions(profiles);
  await opened.user.click(getText());
  await opened.user.paste(text);
  await opened.user.click(getButton('Read it'));
  return opened;
}
/** An export of one profile that goes further than its own server. */
const reach = { ...OWN_REACH, pages: ['https://app.example'], links: true };
const further = exampleProfile('further', {}, { reach });

describe('what was read', () => {
  it('is shown with the names of its secrets, and stored only when it is added', async () => {
    const { user } = await read(CURL);
    const review = await findReview();
    expect(review.textContent).toContain(
      `Client: ${CLIENT_ID}User: ${USERNAME}Secrets: Client secret, Password (hidden)`,
    );
    expect(review.innerHTML).not.toMatch(new RegExp(`${PASSWORD}|${CLIENT_SECRET}`));
    expect(background.asked).toEqual([]);
    await user.click(getButton('Add selected (1)'));
    const form = { ...EMPTY_TOKEN_FORM, ...LOGIN, base_url: ACME };
    const secrets = { ...NO_SECRETS, client_secret: CLIENT_SECRET, password: PASSWORD };
    expect(background.asked).toMatchObject([
      ['importProfiles', [{ profile: { form, reach: OWN_REACH, colour: 'blue' }, secrets }]],
    ]);
    await screen.findByText(/^Profiles added behind all others: 1/);
    expect(getText().value).toBe('');
  });

  it('gives way to what is read after it', async () => {
    const { user } = await read(CURL);
    await findReview();
    await user.clear(getText());
    await user.click(getText());
    await user.paste(await buildExport([further, exampleProfile('other')]));
    await user.click(getButton('Read it'));
    expect(await screen.findByRole('heading', { name: 'Profiles to look at: 2' })).toBeTruthy();
    expect(getTaken()).toHaveLength(2);
  });

  it('is dropped when it is discarded', async () => {
    const { user } = await read(CURL);
    await user.click(await findButton('Discard'));
    expect(screen.queryByRole('region', { name: /^Profiles to look at/ })).toBeNull();
    expect([background.asked, getText().value]).toEqual([[], '']);
  });

  it('gets names that are free, and a login that is there already is not added unasked', async () => {
    await read(await buildExport([exampleProfile('acme', { client_id: 'shop' }), exampleProfile('twin')]));
    const review = await findReview();
    const names = within(review)
      .getAllByRole<HTMLInputElement>('textbox')
      .map(({ value }) => value);
    expect([names, getTaken()]).toEqual([
      ['acme 2', 'twin'],
      [true, false],
    ]);
    expect(review.textContent).toContain('You have this login already: acme');
  });

  it('without a name is not added, and the field says so', async () => {
    const { user } = await read(CURL);
    const name = within(await findReview()).getByRole<HTMLInputElement>('textbox');
    await user.clear(name);
    await user.click(getButton('Add selected (1)'));
    expect(screen.getByText('A name is needed: the popup’s list shows it.')).toBeTruthy();
    await vi.waitFor(() => expect(document.activeElement).toBe(name));
    expect(background.asked).toEqual([]);
  });

  it('stays for another try when the background does not answer', async () => {
    const { user } = await read(CURL);
    await findReview();
    fakeBrowser.runtime.onMessage.removeAllListeners();
    await user.click(getButton('Add selected (1)'));
    await screen.findByText(/background does not answer/);
    expect(getButton('Add selected (1)')).toHaveProperty('disabled', false);
  });

  it.each([
    ['', 'There is nothing to read yet'],
    ['What is this?', 'none of the formats'],
    ['{"format":"knetikcloud-credential-helper","version":99}', 'newer version'],
  ])('from %j is nothing, and that is said', async (text, problem) => {
    const { user } = await openOptions();
    if (text !== '') {
      await user.click(getText());
      await user.paste(text);
    }
    await user.click(getButton('Read it'));
    expect(await screen.findByText(new RegExp(problem))).toBeTruthy();
  });
});

describe('where an imported profile’s token goes', () => {
  it.each([
    ['its own server alone, unless it is ticked', false, OWN_REACH],
    ['what was ticked', true, reach],
  ])('is %s', async (_case, isTicked, expected) => {
    const { user } = await read(await buildExport([further]), []);
    const tick = await screen.findByRole<HTMLInputElement>('checkbox', { name: /^Also take over where/ });
    expect(tick.checked).toBe(false);
    expect(screen.getByText('From pages of https://app.example')).toBeTruthy();
    if (isTicked) await user.click(tick);
    await user.click(getButton('Add selected (1)'));
    expect(background.asked).toMatchObject([['importProfiles', [{ profile: { reach: expected } }]]]);
  });
});

describe('a file', () => {
  it('is read as soon as it is opened', async () => {
    const { user } = await openOptions();
    const file = new File([await buildExport([further])], 'profiles.json', { type: 'application/json' });
    await user.upload(screen.getByLabelText('or open a file'), file);
    expect(await findReview()).toBeTruthy();
  });
});

describe('an export with secrets', () => {
  const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  const buildSealed = () =>
    buildExport([further], {
      secrets: new Map([[further.id, { ...NO_SECRETS, client_secret: CLIENT_SECRET }]]),
      seal: (text) => sealWithPassphrase(text, PASSPHRASE, { randomBytes, rounds: 1 }),
    });

  it('opens with its passphrase and no other', async () => {
    // happy-dom has a DOMException of its own; what WebCrypto throws is Node's.
    const thrown = await crypto.subtle.digest('no such', new Uint8Array()).catch((error: Error) => error);
    vi.stubGlobal('DOMException', thrown.constructor);
    const { user } = await read(await buildSealed(), []);
    await user.type(await screen.findByLabelText('Passphrase of this export'), 'wrong');
    await user.click(getButton('Open'));
    await screen.findByText('This is not its passphrase.');
    await user.clear(screen.getByLabelText('Passphrase of this export'));
    await user.type(screen.getByLabelText('Passphrase of this export'), PASSPHRASE);
    await user.click(getButton('Open'));
    expect((await findReview()).textContent).toContain('Secrets: Client secret (hidden)');
  });

  it('can be taken without them', async () => {
    const { user } = await read(await buildSealed(), []);
    await user.click(await findButton('Import without secrets'));
    expect((await findReview()).textContent).toContain('Secrets: none');
  });
});
