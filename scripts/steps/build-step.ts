import { type BrowserName, browserTitles } from '../browsers.ts';
import { runStep, type StepResult } from './run-step.ts';
import { runCheck } from './run-tool.ts';

/** Builds into `.output/chrome-mv3` or `.output/firefox-mv3`; for Chromium also the zip whose size is limited. */
export function runBuildStep(browser: BrowserName): Promise<StepResult> {
  // Without --mv3 WXT builds Manifest V2 for Firefox.
  const build = browser === 'firefox' ? ['build', '-b', 'firefox', '--mv3'] : ['zip', '-b', 'chrome'];
  return runStep(`Build for ${browserTitles[browser]}`, () => runCheck({ package: 'wxt' }, ...build));
}
