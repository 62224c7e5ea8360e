// npm start -- [--browser=chromium|firefox] [--page=…] [--headless]: the main job, to be seen and tried.
import { join } from 'node:path';
import { startHarness } from '../e2e/support/harness.ts';
import { ensureBrowser, explainMissing } from './browsers.ts';
import { onInterrupt } from './on-interrupt.ts';
import { readStartArguments } from './start/arguments.ts';
import { describeDemo } from './start/describe-demo.ts';
import { runTour } from './start/tour.ts';
import { runBuildStep } from './steps/build-step.ts';
import { root } from './steps/run-tool.ts';

const { browser, page, headless } = readStartArguments(process.argv.slice(2), process.env, process.platform);

const executablePath = await ensureBrowser(browser);
if (!executablePath) {
  console.error(explainMissing(browser));
  process.exit(1);
}
const build = await runBuildStep(browser);
if (build.outcome === 'failed') process.exit(1);

const harness = await startHarness({ browserName: browser, executablePath, headless });
onInterrupt(harness.close);

if (headless) {
  const folder = join(root, '.output', 'tour');
  console.log('\nThere is no display, so here is the tour that you would take yourself:\n');
  const failed = await runTour(harness, page, folder);
  console.log(`\nThe pictures are in ${folder}`);
  await harness.close();
  process.exit(failed === 0 ? 0 : 1);
}

const blankTabs = await harness.browser.pages();
await harness.openPage(page);
// Firefox's driver still lists the welcome page, which is closed already.
for (const tab of blankTabs) await tab.close().catch(() => {});
console.log(describeDemo());
harness.browser.once('disconnected', () => void harness.close().finally(() => process.exit(0)));
