import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCENES } from '../screens/scenes.ts';
import { type Screen, Stage } from '../screens/stage.ts';
import { findPageProblems } from '../support/find-page-problems.ts';
import { type Harness, startTestHarness } from '../support/harness.ts';

let harness: Harness;
let stage: Stage;
let problems: string[] = [];

beforeAll(async () => {
  harness = await startTestHarness();
  stage = new Stage(harness, await harness.openPopup(), check);
});
afterAll(() => harness?.close());

async function check({ name, page, isOwn }: Screen): Promise<void> {
  if (!isOwn) return;
  problems.push(...(await findPageProblems(page)).map((problem) => `${name}: ${problem}`));
}

describe('axe finds nothing in light and dark, and nothing is wider than 320 px', () => {
  it.each(SCENES)(
    '$title',
    async ({ play }) => {
      problems = [];
      await play(stage);
      expect(problems).toEqual([]);
    },
    120_000,
  );
});
