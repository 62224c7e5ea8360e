import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAccessibilityProblems } from '../support/axe.ts';
import { findTooWide } from '../support/find-too-wide.ts';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { OptionsPage } from '../support/options-page.ts';
import { waitUntil } from '../support/wait-until.ts';
import { wearColours } from '../support/wear-colours.ts';

const PASTE = 'Paste an export, a curl line, a form body, or a Postman or OpenAPI document';
const PASSPHRASE = 'four short words here';
const LONG = 'Donaudampfschifffahrtsgesellschaft and all that goes with it in a long, long name';
const LOGIN = 'grant_type=password&username=ada&password=demo&device=x';
const isFirefox = process.env['KC_BROWSER'] === 'firefox';

let harness: Harness;
let options: OptionsPage;

beforeAll(async () => {
  harness = await startTestHarness();
  options = await OptionsPage.open(harness);
  await options.waitForNames('devsandbox');
});
afterAll(() => harness?.close());

/** What is wrong with the page as it is now, by day and by night, and how much wider than 320 px it is there. */
async function findProblems(): Promise<string[]> {
  const { page } = options;
  const problems: string[] = [];
  for (const colours of ['light', 'dark'] as const) {
    await wearColours(page, colours);
    problems.push(...(await findAccessibilityProblems(page)).map((problem) => `${colours}: ${problem}`));
  }
  for (const direction of ['rtl', 'ltr']) {
    await page.evaluate((wanted) => {
      document.documentElement.dir = wanted;
    }, direction);
    const tooWide = await findTooWide(page);
    if (tooWide !== undefined) problems.push(`${direction}: ${tooWide}`);
    await page.setViewport({ width: 1280, height: 900 });
  }
  return problems;
}

describe('The options page is accessible', () => {
  it('with a long list, in which one profile was just deleted', async () => {
    await options.press('Duplicate: devsandbox');
    await options.waitForNames('devsandbox', 'devsandbox 2');
    await options.press('Edit: devsandbox 2');
    await options.fill('Name', LONG.slice(0, 80));
    await options.choose('Environment', 'production');
    await options.fill('App name', 'a-very-long-name-of-an-application-that-nobody-would-choose');
    await options.press('Save');
    await options.press('Delete: devsandbox');
    await options.waitForText('Deleted: devsandbox');
    expect(await findProblems()).toEqual([]);
    await options.press('Undo');
  });

  it('with the editor open and problems in it', async () => {
    await options.press('New profile');
    await options.fill('Name', '');
    await options.fill('App name', 'no such name!');
    await options.press('Save');
    await options.waitForText('Nothing is saved yet.');
    expect(await findProblems()).toEqual([]);
    await options.press('Cancel');
  });

  it('with an import to look at, and with one that cannot be read', async () => {
    await options.paste(PASTE, LOGIN);
    await options.press('Read it');
    await options.waitForText('Profiles to look at: 1');
    await options.waitForText('Not taken over, as no login sends it: device.');
    expect(await findProblems()).toEqual([]);
    await options.press('Discard');
    await options.paste(PASTE, 'nonsense');
    await options.press('Read it');
    await options.waitForText('none of the formats');
    expect(await findProblems()).toEqual([]);
  });

  it('with an export that is not possible yet', async () => {
    await options.tick('With secrets, sealed with a passphrase');
    await options.press('Save as a file');
    await options.waitForText('Too short');
    expect(await findProblems()).toEqual([]);
  });

  it('with a vault: refused, open, about to be forgotten, locked', async () => {
    await options.press('Create vault');
    expect(await findProblems()).toEqual([]);
    await options.ask('createVault', PASSPHRASE);
    await options.waitForText('Lock now');
    await options.press('Change passphrase…');
    await options.press('Change passphrase');
    await options.waitForText('The passphrase until now is needed.');
    await options.press('Forget everything…');
    expect(await findProblems()).toEqual([]);
    await options.press('Lock now');
    await options.waitForText('The vault is locked.');
    expect(await findProblems()).toEqual([]);
  });

  it('with a damaged vault, damaged settings and a setting that was refused', async () => {
    await options.page.evaluate(async () => {
      const { vault } = await browser.storage.local.get('vault');
      if (vault)
        await browser.storage.local.set({ vault: { ...vault, ciphertext: `AAAA${vault.ciphertext.slice(4)}` } });
      await browser.storage.local.set({ settings: { version: 1, value: 'scrambled' } });
    });
    await options.page.reload({ waitUntil: [] });
    await options.waitForText('The vault is locked.');
    await options.fill('Passphrase', PASSPHRASE);
    await options.press('Unlock');
    await options.waitForText('The vault is damaged');
    await options.press('Throw away: Settings…');
    await options.fill('Minutes that writing stays allowed', '0');
    await options.page.keyboard.press('Tab');
    await options.waitForText('Not saved');
    expect(await findProblems()).toEqual([]);
  });

  it.skipIf(isFirefox)('in the system’s own colours, what is chosen still shows', async () => {
    await options.page.emulateMediaFeatures([{ name: 'forced-colors', value: 'active' }]);
    await options.press('New profile');
    await options.page.waitForSelector('.swatch input:checked');
    await waitUntil('the colours are the system’s', () =>
      options.page.evaluate(() => matchMedia('(forced-colors: active)').matches),
    );
    const widths = await options.page.evaluate(() =>
      ['.swatch:has(:checked)', '.swatch:not(:has(:checked))'].map((selector) => {
        const swatch = document.querySelector(selector);
        return swatch && getComputedStyle(swatch).outlineStyle;
      }),
    );
    expect(widths).toEqual(['solid', 'none']);
  });
});

/** In the extension's own pages. */
declare const browser: {
  storage: {
    local: { get(key: string): Promise<{ vault?: { ciphertext: string } }>; set(items: object): Promise<void> };
  };
};
