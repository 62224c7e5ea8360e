import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Harness } from '../../e2e/support/harness.ts';
import type { Popup } from '../../e2e/support/popup.ts';
import { SwaggerUi } from '../../e2e/support/swagger-ui.ts';

interface Stop {
  title: string;
  /** Does it; resolves with the page to take a picture of. Throws when what should happen does not. */
  go: () => Promise<Page>;
}

/**
 * Shows the main job without a display: each step is printed with its outcome and leaves a numbered picture in
 * `folder`. Resolves with the number of steps that failed; after a failure there is no point in going on.
 */
export async function runTour(harness: Harness, pageUrl: string, folder: string): Promise<number> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const stops = await planTour(harness, pageUrl);
  for (const [index, { title, go }] of stops.entries()) {
    const number = String(index + 1).padStart(2, '0');
    const picture = join(folder, `${number}.png`);
    try {
      await takePicture(await go(), picture);
      console.log(`✓ ${number} ${title}`);
    } catch (error) {
      console.log(`✗ ${number} ${title}\n  ${error instanceof Error ? error.message : String(error)}`);
      return 1;
    }
  }
  return 0;
}

async function planTour(harness: Harness, pageUrl: string): Promise<Stop[]> {
  const page = await harness.openPage(pageUrl);
  const swaggerUi = await SwaggerUi.in(page);
  let popup: Popup;

  const expectStatus = async (wanted: number): Promise<Page> => {
    const { status } = await swaggerUi.tryGetMe();
    if (status !== wanted) throw new Error(`The server answered ${status}, not ${wanted}.`);
    return page;
  };
  const openPopup = async (): Promise<void> => {
    popup = await (harness.openPopupAtToolbar?.(page) ?? harness.openPopup());
  };
  /** With the page in front again, whose line the popup shows. */
  const showPopup = async (tabStatus: string): Promise<Page> => {
    if (!popup.isAtToolbar) await page.bringToFront();
    await popup.waitForTabStatus(tabStatus);
    return popup.page;
  };
  return [
    { title: 'Swagger UI, “Try it out” on GET /me without a token: 401', go: () => expectStatus(401) },
    {
      title: 'The popup, ready to log in',
      async go() {
        await openPopup();
        await popup.fill({ grant: 'password', username: 'ada', password: 'demo' });
        return showPopup('Get a token, and requests from this page carry it');
      },
    },
    {
      title: '“Get token”: the popup shows whose token it is and how long it lasts',
      async go() {
        await popup.logIn();
        return showPopup('Requests from this page carry the token');
      },
    },
    { title: '“Try it out” again: 200, the page’s request carried the token', go: () => expectStatus(200) },
    {
      title: '“Log out”: the token is revoked and forgotten',
      async go() {
        // Using the page has closed the popup at the toolbar.
        if (popup.isAtToolbar) await openPopup();
        await popup.logOut();
        return showPopup('Get a token, and requests from this page carry it');
      },
    },
    { title: '“Try it out” once more: 401', go: () => expectStatus(401) },
  ];
}

async function takePicture(page: Page, path: string): Promise<void> {
  const popup = await page.$('#app:has(> footer)');
  await (popup ?? page).screenshot({ path });
}
