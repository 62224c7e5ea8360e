import { type BrowserName, browserTitles } from '../browsers.ts';
import { runStep, type StepResult } from './run-step.ts';
import { runCheck } from './run-tool.ts';

/** Builds into `.output/chrome-mv3` or `.output/firefox-mv3`. */
export function runBuildStep(browser: BrowserName): Promise<StepResult> {
  // Without --mv3 WXT builds Manifest V2 for Firefox.
  const target = browser === 'firefox' ? ['-b', 'firefox', '--mv3'] : ['-b', 'chrome'];
  return runStep(`Build for ${browserTitles[browser]}`, () => runCheck({ package: 'wxt' }, 'build', ...target));
}
