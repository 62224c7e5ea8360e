import type { Page } from 'puppeteer-core';
import { type Harness, startHarness } from '../../e2e/support/harness.ts';
import type { Popup } from '../../e2e/support/popup.ts';
import { readProfiles } from '../../e2e/support/profiles.ts';
import { openTimedTab, timePopup } from '../popup/time-popup.ts';
import type { Measure } from '../support/bench.ts';
import { comparePairs, type Comparison } from '../support/comparison.ts';
import { takeTurns } from '../support/take-turns.ts';

type ArmName = 'one profile' | '1,000 profiles';
const armNames: readonly ArmName[] = ['one profile', '1,000 profiles'];

const TURNS = { rounds: 30, warmUps: 5 };

/** What 1,000 profiles cost the one who has them. */
export const measureProfiles: Measure = async (browserName, executablePath) => {
  const start = (): Promise<Harness> => startHarness({ browserName, executablePath });
  const [one, many] = await Promise.all([start(), start()]);
  const arms = { 'one profile': one, '1,000 profiles': many };
  try {
    await addProfiles(await many.openPopup(), 999);
    const pages = {
      'one profile': await openTimedTab(one, 'form'),
      '1,000 profiles': await openTimedTab(many, 'form'),
    };
    const opened = await takeTurns(armNames, TURNS, (name) =>
      timePopup(pages[name], `${arms[name].extensionUrl}popup.html`),
    );
    const listed = await takeTurns(armNames, TURNS, (name) => openList(pages[name]));
    const subject = { part: 'Profiles', with: '1,000 profiles', without: 'one profile', unit: 'ms' } as const;
    const compare = (what: string, { 'one profile': base, '1,000 profiles': measured }: typeof opened): Comparison =>
      comparePairs({ ...subject, what }, base, measured);
    return {
      browser: await many.browser.version(),
      comparisons: [compare('popup opened → usable', opened), compare('Ctrl+K → list', listed)],
    };
  } finally {
    await Promise.all([one.close(), many.close()]);
  }
};

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
