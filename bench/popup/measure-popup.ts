import { rm } from 'node:fs/promises';
import { startHarness } from '../../e2e/support/harness.ts';
import { buildBareExtension } from '../bare/build-bare-extension.ts';
import type { Measure } from '../support/bench.ts';
import { comparePairs, type Comparison } from '../support/comparison.ts';
import { takeTurns } from '../support/take-turns.ts';
import { openTimedTab, timePopup, USABLE } from './time-popup.ts';

const TURNS = { rounds: 25, warmUps: 4 };

/** The popup against a bare one, both in one browser, once for each state in which a user meets it. */
export const measurePopup: Measure = async (browserName, executablePath) => {
  const folder = await buildBareExtension();
  const harness = await startHarness({ browserName, executablePath });
  try {
    const bareUrl = `chrome-extension://${await harness.browser.installExtension(folder)}/index.html`;
    const bare = await openTimedTab(harness, 'form');
    const compare = async (usable: keyof typeof USABLE): Promise<Comparison> => {
      const popup = await openTimedTab(harness, usable);
      const samples = await takeTurns(['bare', 'popup'], TURNS, (name) =>
        name === 'bare' ? timePopup(bare, bareUrl) : timePopup(popup, `${harness.extensionUrl}popup.html`),
      );
      await popup.close();
      return comparePairs(
        {
          part: 'Popup',
          what: `opened → ${usable} usable`,
          with: 'the popup',
          without: 'bare Preact popup',
          unit: 'ms',
        },
        samples.bare,
        samples.popup,
      );
    };

    const loggedOut = await compare('form');
    const popup = await harness.openPopup();
    await popup.logIn({ grant: 'client_credentials', client_id: 'knetik' });
    await popup.page.close();
    return { browser: await harness.browser.version(), comparisons: [loggedOut, await compare('token card')] };
  } finally {
    await harness.close();
    await rm(folder, { recursive: true, force: true });
  }
};
