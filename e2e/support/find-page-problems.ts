import type { Page } from 'puppeteer-core';
import { findAccessibilityProblems } from './axe.ts';
import { findTooWide } from './find-too-wide.ts';
import { wearColours } from './wear-colours.ts';

/** What does not fit into 320 px, and what axe-core finds wrong there by day and by night. Leaves the page so. */
export async function findPageProblems(page: Page): Promise<string[]> {
  const tooWide = await findTooWide(page);
  const problems = tooWide === undefined ? [] : [tooWide];
  for (const colours of ['light', 'dark'] as const) {
    await wearColours(page, colours);
    problems.push(...(await findAccessibilityProblems(page)).map((problem) => `${colours}: ${problem}`));
  }
  return problems;
}
