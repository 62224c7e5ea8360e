// npm run bench [-- NAME…] [--check] [--write-results] [--browser=chromium|firefox] [--no-build]
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCHES, type BenchName, benchNames } from '../bench/benches.ts';
import { BUDGETS } from '../bench/budgets.ts';
import type { Bench } from '../bench/support/bench.ts';
import { listExceeded } from '../bench/support/budget.ts';
import { formatResults } from '../bench/support/format-results.ts';
import { formatTables } from '../bench/support/format-table.ts';
import { mergeResults, type Results } from '../bench/support/results.ts';
import { type BrowserName, browserNames, ensureBrowser, explainMissing } from './browsers.ts';
import { runBuildStep } from './steps/build-step.ts';
import { root, runTool } from './steps/run-tool.ts';

const wanted = readWanted();
if (!wanted) {
  const options = '[--check] [--write-results] [--browser=chromium|firefox] [--no-build]';
  console.error(`Usage: npm run bench -- [${benchNames.join('|')} …] ${options}`);
  process.exit(2);
}
const { names, browser, build, check, write } = wanted;

const path = await ensureBrowser(browser);
if (!path) {
  console.error(explainMissing(browser));
  process.exit(1);
}
if (build && (await runBuildStep(browser)).outcome === 'failed') process.exit(1);

const measured = await measureAll(names, path);
const comparisons = Object.values(measured.parts).flatMap((part) => part.comparisons);
console.log(`\n${measured.browser} on ${measured.machine}, ${new Date().toISOString()}\n`);
console.log(formatTables(comparisons, BUDGETS));

const folder = join(root, '.output/bench');
await mkdir(folder, { recursive: true });
const file = join(folder, `${browser}.json`);
const results = mergeResults(await readEarlier(), measured);
await writeFile(file, `${JSON.stringify(results, undefined, 2)}\n`);
console.log(`\nWritten to ${file}`);

if (write) {
  const document = join(root, 'bench/RESULTS.md');
  await writeFile(document, formatResults(results, listBenches(browser), BUDGETS));
  await runTool({ package: 'oxfmt' }, [document]);
  console.log(`Written to ${document}`);
}
if (check) {
  const exceeded = listExceeded(comparisons, BUDGETS);
  for (const line of exceeded) console.error(line);
  console.log(exceeded.length === 0 ? 'All budgets are kept.' : `${exceeded.length} of ${comparisons.length} are not.`);
  process.exit(exceeded.length === 0 ? 0 : 1);
}

async function measureAll(chosen: readonly BenchName[], executablePath: string): Promise<Results> {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`;
  const all: Results = { machine, browser: '', parts: {} };
  for (const name of chosen) {
    const startedMs = performance.now();
    const part = await BENCHES[name].measure(browser, executablePath);
    console.log(`${name}: ${((performance.now() - startedMs) / 1000).toFixed(0)} s`);
    all.browser = part.browser;
    all.parts[name] = { atMs: Date.now(), comparisons: part.comparisons };
  }
  return all;
}

async function readEarlier(): Promise<Results | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Results;
  } catch {
    // None yet, or it broke off.
    return undefined;
  }
}

function listBenches(each: BrowserName): (readonly [BenchName, Bench])[] {
  const all = benchNames.map((name): readonly [BenchName, Bench] => [name, BENCHES[name]]);
  return all.filter(([, { browsers }]) => browsers.includes(each));
}

interface Wanted {
  names: BenchName[];
  browser: BrowserName;
  build: boolean;
  check: boolean;
  write: boolean;
}

/** Undefined for what there is not; without a name, all that the browser can. */
function readWanted(): Wanted | undefined {
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        browser: { type: 'string', default: 'chromium' },
        'no-build': flag,
        check: flag,
        'write-results': flag,
      },
    });
    const chosen = browserNames.find((each) => each === values.browser);
    if (!chosen) return undefined;
    // The budgets and the document are Chromium's.
    if (chosen !== 'chromium' && (values.check || values['write-results'])) return undefined;
    const possible = listBenches(chosen).map(([name]) => name);
    const asked = possible.filter((name) => positionals.includes(name));
    if (asked.length !== new Set(positionals).size) return undefined;
    return {
      names: asked.length > 0 ? asked : possible,
      browser: chosen,
      build: !values['no-build'],
      check: values.check,
      write: values['write-results'],
    };
  } catch {
    // An option that there is not.
    return undefined;
  }
}
