import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { settle } from './settle.ts';
import type { Screen } from './stage.ts';

export const LOOKS = ['light', 'dark', 'zoomed', 'forced'] as const;
export type Look = (typeof LOOKS)[number];

/** Those that there are of a screen: what is not the extension's looks as it does. */
export function listLooks({ isOwn }: Pick<Screen, 'isOwn'>): readonly Look[] {
  return isOwn ? LOOKS : ['light'];
}

/** Takes the pictures of a screen into `folder`: `<name>-light.png` and so on. */
export async function photograph(screen: Screen, folder: string, looks: readonly Look[]): Promise<void> {
  const { name, page, width, isOwn } = screen;
  for (const look of listLooks(screen).filter((each) => looks.includes(each))) {
    const isZoomed = look === 'zoomed';
    // WCAG 1.4.10: as wide as a page of 1280 px at 400 %.
    await page.setViewport({
      width: isZoomed ? 320 : width,
      height: isOwn ? 600 : 800,
      deviceScaleFactor: isZoomed ? 2 : 1,
    });
    await wear(page, look);
    if (isOwn) await page.evaluate(() => scrollTo(0, 0));
    await settle(page);
    const path = join(folder, `${name}-${look}.png`);
    // The popup ends where its content ends.
    const popup = await page.$('#app:has(> footer)');
    await (popup ? popup.screenshot({ path }) : page.screenshot({ path, fullPage: isOwn }));
  }
}

/** What is emulated ends with the session. */
const sessions = new WeakMap<Page, CDPSession>();

async function wear(page: Page, look: Look): Promise<void> {
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: look === 'dark' ? 'dark' : 'light' },
      { name: 'forced-colors', value: look === 'forced' ? 'active' : 'none' },
    ],
  });
}
