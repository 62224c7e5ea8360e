// npm run bench -- injection|profiles [--browser=chromium|firefox] [--no-build]
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureInjection } from '../bench/injection/measure-injection.ts';
import { measureProfiles } from '../bench/profiles/measure-profiles.ts';
import { formatTables } from '../bench/support/format-table.ts';
import { type BrowserName, browserNames, ensureBrowser, explainMissing } from './browsers.ts';
import { runBuildStep } from './steps/build-step.ts';
import { root } from './steps/run-tool.ts';

const BENCHES = { injection: measureInjection, profiles: measureProfiles };
type BenchName = keyof typeof BENCHES;

const wanted = readWanted();
if (!wanted) {
  console.error('Usage: npm run bench -- injection|profiles [--browser=chromium|firefox] [--no-build]');
  process.exit(2);
}
const { name, browser, build } = wanted;

const path = await ensureBrowser(browser);
if (!path) {
  console.error(explainMissing(browser));
  process.exit(1);
}
if (build && (await runBuildStep(browser)).outcome === 'failed') process.exit(1);

const measured = await BENCHES[name](browser, path);
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`;
console.log(`\n${measured.browser} on ${machine}, ${new Date().toISOString()}\n`);
console.log(formatTables(measured.comparisons));

const folder = join(root, '.output/bench');
await mkdir(folder, { recursive: true });
// By the browser too, so that the one's figures do not replace the other's.
const file = join(folder, browser === 'chromium' ? `${name}.json` : `${name}-${browser}.json`);
await writeFile(file, `${JSON.stringify({ machine, atMs: Date.now(), ...measured }, undefined, 2)}\n`);
console.log(`\nWritten to ${file}`);

function readWanted(): { name: BenchName; browser: BrowserName; build: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { browser: { type: 'string', default: 'chromium' }, 'no-build': { type: 'boolean', default: false } },
    });
    const [name, ...more] = positionals;
    const browser = browserNames.find((each) => each === values.browser);
    const bench = (Object.keys(BENCHES) as BenchName[]).find((each) => each === name);
    if (!bench || more.length > 0 || !browser) return undefined;
    return { name: bench, browser, build: !values['no-build'] };
  } catch {
    // An option that there is not.
    return undefined;
  }
}
