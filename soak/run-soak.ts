import type { BrowserName } from '../scripts/browsers.ts';
import { openPage, performRandom } from './actions.ts';
import { askBackground } from './ask-background.ts';
import { calmDown } from './calm.ts';
import { API } from '../e2e/support/hosts.ts';
import { pageOrigins, players } from './cast.ts';
import { logIn, PASSPHRASE } from './changes.ts';
import { buildSoakQuery } from './judge-request.ts';
import { leave } from './leave.ts';
import { Measurements } from './measure.ts';
import { formatReport } from './report.ts';
import { openStage, type Stage } from './stage.ts';

const FAULT_RATE = 0.1;
const ACTIONS_A_ROUND = 12;
const SAMPLE_EVERY_MS = 4_000;
/** The list of the last requests is full then, and no longer grows. */
const WARM_UP_REQUESTS = 600;

/** Works at random for so many minutes. Resolves with the report, and whether all was well. */
export async function runSoak(options: {
  browserName: BrowserName;
  executablePath: string;
  seed: number;
  minutes: number;
}): Promise<{ report: string; isGood: boolean }> {
  const stage = await openStage(options);
  const measurements = new Measurements();
  const recoveries: number[] = [];
  const beganMs = Date.now();
  const untilMs = beganMs + options.minutes * 60_000;
  const title = await stage.harness.browser.version();
  try {
    await begin(stage);
    stage.faults.rate = FAULT_RATE;
    while (Date.now() < untilMs && stage.tally.violations.length === 0) {
      await work(stage, measurements);
      recoveries.push(await calmDown(stage));
      await measurements.sampleStorage(stage);
      stage.seen.judgeNew(stage);
      // Before, the background lives one life, so that a leak of its own can show.
      stage.mayStop = Date.now() > beganMs + (untilMs - beganMs) / 3;
    }
    stage.mayStop = false;
    if (stage.tally.violations.length === 0) await leave(stage);
  } catch (error) {
    stage.tally.violate(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    stage.seen.judgeNew(stage);
    await stage.harness.close();
  }
  const flatness = measurements.judge();
  for (const { name, isFlat } of flatness) if (!isFlat) stage.tally.violate(`It grows: ${name}.`);
  const { tally, ledger } = stage;
  const report = formatReport({ ...options, title, tally, ledger, flatness, recoveries, tookMs: Date.now() - beganMs });
  return { report, isGood: tally.violations.length === 0 };
}

async function begin(stage: Stage): Promise<void> {
  await askBackground(stage, 'createVault', PASSPHRASE);
  for (const { name } of players) await logIn(stage, name);
  for (const origin of pageOrigins) await openPage(stage, origin);
  await stage.pages[0]?.page.evaluate(
    async ({ url, times }) => {
      for (let left = times; left > 0; left -= 20) {
        await Promise.all(Array.from({ length: 20 }, (_none, index) => fetch(`${url}${left + index}`)));
      }
    },
    { url: `${API}/version${buildSoakQuery(API, Date.now(), '&warm-up=')}`, times: WARM_UP_REQUESTS },
  );
}

async function work(stage: Stage, measurements: Measurements): Promise<void> {
  let sampledMs = 0;
  for (let times = 0; times < ACTIONS_A_ROUND; times += 1) {
    await performRandom(stage);
    stage.seen.judgeNew(stage);
    if (Date.now() < sampledMs + SAMPLE_EVERY_MS) continue;
    await measurements.sampleHeaps(stage);
    sampledMs = Date.now();
  }
}
