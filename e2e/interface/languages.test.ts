import { rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTooWide } from '../support/find-too-wide.ts';
import { withLongestTexts } from '../screens/longest-texts.ts';
import { SCENES } from '../screens/scenes.ts';
import { type Screen, Stage } from '../screens/stage.ts';
import { getBuildPath, type Harness, startTestHarness } from '../support/harness.ts';

/** What is the user's or the server's is in no language. */
const DATA = 'bdi, code, pre, textarea, [dir="ltr"]:not(html), .name';
/** The same within a line: hosts, dates, names of profiles, words of OAuth, names of tools. */
const NAMES =
  /[\w-]+(\.[\w-]+)+|\w{3} \d+, \d{4}|Dev sandbox|[A-Z]{3,}|bearer|invalid_grant|Bad credentials|curl|HTTPie|PowerShell|fetch/g;

let harness: Harness;
let stage: Stage;
let problems: string[] = [];

/** All texts, labels and titles. */
function readTexts(page: Page): Promise<string[]> {
  return page.evaluate((data) => {
    const elements = [...document.body.querySelectorAll('*')].filter((each) => !each.closest(data));
    const shown = elements.flatMap((element) => [
      ...[...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map((node) => node.textContent),
      ...['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name)),
    ]);
    return shown.flatMap((text) => text ?? []);
  }, DATA);
}

/** True for a text with words that are not in brackets, which may stand in brackets themselves. */
function isForeign(text: string): boolean {
  const rest = text.replaceAll(NAMES, '').replaceAll(/⟦[^⟦⟧]*⟧/g, '');
  return rest === text.replaceAll(NAMES, '') ? /\p{L}{3,}/u.test(rest) : isForeign(rest);
}

async function playAll(): Promise<string[]> {
  problems = [];
  for (const { play } of SCENES) await play(stage);
  return problems;
}

async function checkWidth({ name, page }: Screen): Promise<void> {
  const tooWide = await findTooWide(page);
  if (tooWide !== undefined) problems.push(`${name}: ${tooWide}`);
}

// The texts are the same in every browser, and of all of them Chromium alone needs no language packs.
describe.skipIf(process.env['KC_BROWSER'] === 'firefox')('With the longest text of all languages everywhere', () => {
  let copy: string;

  beforeAll(async () => {
    copy = await withLongestTexts(getBuildPath('chromium'));
    harness = await startTestHarness({ extensionPath: copy });
    stage = new Stage(harness, await harness.openPopup(), async (screen) => {
      if (!screen.isOwn) return;
      await checkWidth(screen);
      const texts = await readTexts(screen.page);
      problems.push(...texts.filter(isForeign).map((text) => `${screen.name}: “${text}” is in no list of texts`));
    });
  });
  afterAll(async () => {
    await harness?.close();
    await rm(copy, { recursive: true, force: true });
  });

  it('nothing is wider than 320 px, and every word comes from the lists of texts', async () => {
    expect(await playAll()).toEqual([]);
  }, 120_000);
});

describe.skipIf(process.env['KC_BROWSER'] === 'firefox')('In a language that is written from right to left', () => {
  beforeAll(async () => {
    harness = await startTestHarness({ language: 'ar' });
    stage = new Stage(harness, await harness.openPopup(), async (screen) => {
      if (!screen.isOwn) return;
      await checkWidth(screen);
      const direction = await screen.page.evaluate(
        () => `${document.documentElement.lang} ${getComputedStyle(document.body).direction}`,
      );
      if (direction !== 'ar rtl') problems.push(`${screen.name}: ${direction}`);
    });
  });
  afterAll(() => harness?.close());

  it('every screen is so, and nothing is wider than 320 px', async () => {
    expect(await playAll()).toEqual([]);
  }, 120_000);
});
