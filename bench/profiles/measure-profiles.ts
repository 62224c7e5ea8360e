import type { Page } from 'puppeteer-core';
import { type Harness, startHarness } from '../../e2e/support/harness.ts';
import type { Popup } from '../../e2e/support/popup.ts';
import { readProfiles } from '../../e2e/support/profiles.ts';
import type { BrowserName } from '../../scripts/browsers.ts';
import { comparePairs, type Comparison } from '../support/comparison.ts';
import { takeTurns } from '../support/take-turns.ts';

type ArmName = 'one profile' | '1,000 profiles';
const armNames: readonly ArmName[] = ['one profile', '1,000 profiles'];

const TURNS = { rounds: 30, warmUps: 5 };

/** Runs in the popup: notes when what it is for can be used. */
const NOTE_USABLE = `new MutationObserver((_changes, observer) => {
  if (!document.querySelector('main form button[type="submit"]')) return;
  performance.mark('usable');
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });`;

/** What 1,000 profiles cost the one who has them. Wants the production build; takes about a minute. */
export async function measureProfiles(
  browserName: BrowserName,
  executablePath: string,
): Promise<{ browser: string; comparisons: Comparison[] }> {
  if (browserName === 'firefox') throw new Error('A driver cannot run code in Firefox’s popup before it is loaded.');
  const start = (): Promise<Harness> => startHarness({ browserName, executablePath });
  const [one, many] = await Promise.all([start(), start()]);
  const arms = { 'one profile': one, '1,000 profiles': many };
  try {
    await addProfiles(await many.openPopup(), 999);
    const pages = { 'one profile': await openPage(one), '1,000 profiles': await openPage(many) };
    const opened = await takeTurns(armNames, TURNS, (name) => openPopup(pages[name], arms[name]));
    const listed = await takeTurns(armNames, TURNS, (name) => openList(pages[name]));
    const subject = { part: 'Popup', with: '1,000 profiles', without: 'one profile', unit: 'ms' } as const;
    const compare = (what: string, { 'one profile': base, '1,000 profiles': measured }: typeof opened): Comparison =>
      comparePairs({ ...subject, what }, base, measured);
    return {
      browser: await many.browser.version(),
      comparisons: [compare('opened → usable', opened), compare('Ctrl+K → list', listed)],
    };
  } finally {
    await Promise.all([one.close(), many.close()]);
  }
}

async function addProfiles(popup: Popup, count: number): Promise<void> {
  const [first] = await readProfiles(popup);
  if (!first) throw new Error('There is no profile.');
  const { id: _id, ...profile } = first;
  const secrets = { client_secret: '', password: '', token: '', refresh_token: '' };
  const imported = Array.from({ length: count }, (_each, index) => ({
    profile: { ...profile, name: `App ${index} devsandbox`, form: { ...profile.form, username: `user-${index}` } },
    secrets,
  }));
  await popup.ask('importProfiles', imported);
  await popup.page.close();
}

async function openPage(harness: Harness): Promise<Page> {
  const page = await harness.browser.newPage();
  await page.evaluateOnNewDocument(NOTE_USABLE);
  return page;
}

/** Milliseconds from the beginning of the navigation until the form is there. */
async function openPopup(page: Page, { extensionUrl }: Harness): Promise<number> {
  await page.bringToFront();
  await page.goto(`${extensionUrl}popup.html`);
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0, { polling: 20 });
  return page.evaluate(() => performance.getEntriesByName('usable')[0]?.startTime ?? Number.NaN);
}

/** Milliseconds from the keystroke until the list is there. */
async function openList(page: Page): Promise<number> {
  await page.bringToFront();
  const took = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const startedMs = performance.now();
        const observer = new MutationObserver(() => {
          if (!document.querySelector('[role="option"]')) return;
          observer.disconnect();
          resolve(performance.now() - startedMs);
        });
        observer.observe(document, { childList: true, subtree: true });
        window.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }));
      }),
  );
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
  await page.keyboard.press('Escape');
  await page.waitForSelector('[role="option"]', { hidden: true });
  return took;
}
