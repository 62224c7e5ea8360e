import { type BrowserName, browserTitles, ensureBrowser, explainMissing } from '../browsers.ts';
import { runStep, type StepCounts, type StepResult } from './run-step.ts';
import { countTests, runVitest } from './run-vitest.ts';

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
    return runVitest(buildArguments(group), { ...env, KC_BROWSER: browser, KC_BROWSER_PATH: path });
  });
}

/** Tests that could not run count as skipped, and are not passed over in silence. */
async function skip(why: string, group: string | undefined): Promise<StepCounts> {
  const skipped = await countTests(buildArguments(group));
  return { passed: 0, failed: 0, skipped, notice: `SKIPPED: ${why} ${skipped} end-to-end tests did not run.` };
}

function buildArguments(group: string | undefined): string[] {
  // Vitest looks for the filter anywhere in the path: the last slash keeps `main` from running `main-menu` too.
  return ['--config', 'e2e/vitest.config.ts', ...(group ? [`e2e/${group}/`] : [])];
}
