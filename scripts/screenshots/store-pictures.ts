import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { clearPictures } from './clear-pictures.ts';

/** What the browsers' stores ask for, in pixels. */
const SIZE = { width: 1280, height: 800 };

interface StorePicture {
  name: string;
  heading: string;
  text: string;
  /** The picture of a screen. */
  screen: string;
}

const STORE_PICTURES: readonly StorePicture[] = [
  {
    name: '1-log-in',
    heading: 'Log in once',
    text: 'Every grant of KnetikCloud, and what you typed is still there when the popup closes.',
    screen: 'popup-form-light',
  },
  {
    name: '2-token',
    heading: 'Your pages are logged in',
    text: 'Their requests carry the bearer token, kept fresh by itself. No page ever sees it.',
    screen: 'popup-token-light',
  },
  {
    name: '3-activity',
    heading: 'See what happened',
    text: 'Which request carried the token, which did not, and why.',
    screen: 'popup-activity-light',
  },
  {
    name: '4-profiles',
    heading: 'Sandbox, staging, production',
    text: 'Several logins at once, two keystrokes between them.',
    screen: 'popup-profiles-dark',
  },
  {
    name: '5-production',
    heading: 'Careful with production',
    text: 'It reads, and writes only while you allow it.',
    screen: 'popup-production-dark',
  },
];

/** Makes the pictures for the stores of those in `folder`. */
export async function makeStorePictures(executablePath: string, folder: string, target: string): Promise<void> {
  await clearPictures(target);
  const browser = await launch({
    executablePath,
    defaultViewport: SIZE,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage();
  for (const picture of STORE_PICTURES) {
    const image = await readFile(join(folder, `${picture.screen}.png`), 'base64');
    await page.setContent(buildStorePage(picture, image));
    await page.screenshot({ path: join(target, `${picture.name}.png`) });
  }
  await browser.close();
}

function buildStorePage({ heading, text }: StorePicture, image: string): string {
  return `<!doctype html>
<style>
  body { display: grid; grid-template-columns: 1fr 460px; align-items: center; gap: 70px; box-sizing: border-box;
    height: 800px; margin: 0; padding: 0 90px; background: linear-gradient(135deg, #f3f6ff, #cfdcff);
    color: #171a21; font: 26px/1.4 system-ui, sans-serif }
  h1 { margin: 0 0 16px; font-size: 56px; line-height: 1.1 }
  p { margin: 0 }
  img { width: 460px; max-height: 740px; object-fit: cover; object-position: top; border-radius: 14px;
    box-shadow: 0 18px 60px #1b2a5c55 }
</style>
<div><h1>${heading}</h1><p>${text}</p></div>
<img alt="" src="data:image/png;base64,${image}">`;
}
