import { type BrowserName, browserTitles, ensureBrowser, explainMissing } from '../browsers.ts';
import { runStep, type StepCounts, type StepResult } from './run-step.ts';
import { countTests, runVitest, runVitestTwice } from './run-vitest.ts';

const options = ['--config', 'e2e/vitest.config.ts'];

/**
 * Runs the end-to-end tests of one group, or of all of them, in one browser.
 * @param build how building the extension for it went; undefined when there is one from before
 */
export function runEndToEndStep(
  browser: BrowserName,
  { build, group, env = {} }: { build?: StepResult | undefined; group?: string | undefined; env?: NodeJS.ProcessEnv },
): Promise<StepResult> {
  const title = browserTitles[browser];
  return runStep(`End-to-end tests in ${title}`, async () => {
    if (build?.outcome === 'failed') return skip(`The build for ${title} failed.`, group);
    const path = await ensureBrowser(browser);
    if (!path) return skip(explainMissing(browser), group);
    console.log(`${title} is ${path}`);
    const settings = { ...env, KC_BROWSER: browser, KC_BROWSER_PATH: path };
    return process.env['CI']
      ? runVitestTwice(options, listFilters(group), settings)
      : runVitest([...options, ...listFilters(group)], settings);
  });
}

/** Tests that could not run count as skipped, and are not passed over in silence. */
async function skip(why: string, group: string | undefined): Promise<StepCounts> {
  const skipped = await countTests([...options, ...listFilters(group)]);
  return { passed: 0, failed: 0, skipped, notice: `SKIPPED: ${why} ${skipped} end-to-end tests did not run.` };
}

function listFilters(group: string | undefined): string[] {
  // Vitest looks for the filter anywhere in the path: the last slash keeps `main` from running `main-menu` too.
  return group ? [`e2e/${group}/`] : [];
}
