import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API, OWN_PAGE } from '../support/hosts.ts';
import { OptionsPage } from '../support/options-page.ts';
import type { Popup } from '../support/popup.ts';
import { readProfiles, switchTo } from '../support/profiles.ts';

const PASTE = 'Paste an export, a curl line, a form body, or a Postman or OpenAPI document';
const PASSPHRASE = 'another four short words';
const CURL = `curl '${API}/oauth/token' \\
  -H 'Content-Type: application/x-www-form-urlencoded' \\
  --data-raw 'grant_type=client_credentials&client_id=game-server&client_secret=demo-secret'`;

let harness: Harness;
let popup: Popup;
let options: OptionsPage;

beforeAll(async () => {
  harness = await startTestHarness();
  popup = await harness.openPopup();
  options = await OptionsPage.open(harness);
});
afterAll(() => harness?.close());

const readNames = async (): Promise<string[]> => (await readProfiles(popup)).map(({ name }) => name).toSorted();

describe('A curl line that was pasted', () => {
  it('is shown, and nothing is stored before the user says so', async () => {
    const before = await popup.readStorage('local');
    await options.paste(PASTE, CURL);
    await options.press('Read it');
    await options.waitForText('Client: game-server');
    await options.waitForText('Secrets: Client secret (hidden)');
    expect(await popup.readStorage('local')).toEqual(before);
    expect(await options.page.evaluate(() => document.querySelector('.review')?.textContent)).not.toContain(
      'demo-secret',
    );
  });

  it('becomes a profile that logs in with one press, and no secret of it is on disk', async () => {
    await options.press('Add selected (1)');
    await options.waitForText('Profiles added behind all others: 1');
    expect(JSON.stringify(await popup.readStorage('local'))).not.toContain('demo-secret');
    await switchTo(popup, 2);
    await popup.waitForText('Client secret');
    await popup.logIn();
    expect((await popup.readToken())?.client_id).toBe('game-server');
  });
});

describe('An export', () => {
  it('has no secret in it unless one asks for it, and then only sealed', async () => {
    await options.catchFiles();
    await options.press('Save as a file');
    const bare = await options.readSavedFile();
    expect(bare).toContain('game-server');
    expect(bare).not.toContain('demo-secret');
    await options.tick('With secrets, sealed with a passphrase');
    await options.fill('Passphrase for this export', PASSPHRASE);
    await options.fill('The same passphrase again', PASSPHRASE);
    await options.press('Save as a file');
    const sealed = await options.readSavedFile();
    expect(sealed).toContain('PBKDF2-SHA256');
    expect(sealed).not.toContain('demo-secret');

    const names = await readNames();
    await options.paste(PASTE, sealed);
    await options.press('Read it');
    await options.fill('Passphrase of this export', PASSPHRASE);
    await options.press('Open');
    await options.waitForText('Profiles to look at: 2');
    // Those are there already, so that they are not ticked; one of them is wanted all the same.
    await options.tick('Add devsandbox 2');
    await options.press('Add selected (1)');
    await options.waitForText('Profiles added behind all others: 1');
    expect(await readNames()).toEqual([...names, 'devsandbox 2'].toSorted());
  });

  it('brings no pages and no opt-ins that the user has not ticked', async () => {
    const [first] = await readProfiles(popup);
    const { id: _id, ...profile } = first ?? {};
    const reach = { pages: [OWN_PAGE], apis: [], links: true, everything: true };
    const text = JSON.stringify({
      format: 'knetikcloud-credential-helper',
      version: 1,
      profiles: [{ ...profile, name: 'Wide', form: { ...first?.form, username: 'somebody' }, reach }],
    });
    await options.paste(PASTE, text);
    await options.press('Read it');
    await options.waitForText(`From pages of ${OWN_PAGE}`);
    await options.press('Add selected (1)');
    await options.waitForText('Profiles added behind all others: 1');
    const added = (await readProfiles(popup)).find(({ name }) => name === 'Wide');
    expect(added?.reach).toEqual({ pages: [], apis: [], links: false, everything: false });
  });
});

it('The description of an API becomes a profile for its server', async () => {
  await options.fill('Or the address of an API’s Swagger or OpenAPI description', `${API}/swagger-doc`);
  await options.page.keyboard.press('Enter');
  await options.waitForText('Profiles to look at');
  await options.press('Add selected (1)');
  await options.waitForText('Profiles added behind all others: 1');
  const added = (await readProfiles(popup)).filter(({ form }) => form.grant === 'password' && form.username === '');
  expect(added.map(({ form }) => form.base_url)).toEqual([API]);
});
