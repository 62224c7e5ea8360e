import { relative, sep } from 'node:path';
import { type BrowserName, browserNames, browserTitles } from '../browsers.ts';
import { formatNamedTest, type NamedTest, type SecurityPromise } from './promises.ts';
import type { VitestReport } from './vitest-report.ts';

/** What the runs of this time came to; one that could not run has no report. */
export type Reports = Record<'unit' | BrowserName, VitestReport | undefined>;

export interface PromiseVerdict {
  outcome: 'passed' | 'failed' | 'skipped';
  /** What is wrong, test by test. */
  faults: readonly string[];
  /** The runs that would have had to prove it, too, and are missing. */
  missing: readonly (keyof Reports)[];
}

/** Holds a promise against the tests that ran: it is kept when each of its tests passed wherever it was to run. */
export function judgePromise({ tests }: SecurityPromise, reports: Reports, root: string): PromiseVerdict {
  const wanted = tests.flatMap((test) => listRuns(test).map((run) => ({ test, run })));
  const judged = wanted.map(({ test, run }) => ({ test, run, report: reports[run] }));
  const faults = judged.flatMap(({ test, run, report }) => {
    const fault = report && findFault(test, report, root);
    return fault === undefined ? [] : [`${formatNamedTest(test)} ${fault}${describeRun(run)}`];
  });
  const strays = tests.flatMap((test) => listStrays(test, reports, root));
  const missing = [...new Set(judged.filter(({ report }) => !report).map(({ run }) => run))];
  const isUnproved = tests.some((test) => listRuns(test).every((run) => missing.includes(run)));
  const hasFaults = tests.length === 0 || faults.length > 0 || strays.length > 0;
  return {
    outcome: hasFaults ? 'failed' : isUnproved ? 'skipped' : 'passed',
    faults: tests.length === 0 ? ['names no test'] : [...faults, ...strays],
    missing,
  };
}

/** Where a test has to run. */
function listRuns({ file, only }: NamedTest): readonly (keyof Reports)[] {
  if (!file.startsWith('e2e/')) return ['unit'];
  return only ? [only] : browserNames;
}

function findFault(test: NamedTest, report: VitestReport, root: string): string | undefined {
  const statuses = listStatuses(test, report, root);
  if (statuses.length === 0) return 'is not there';
  if (statuses.includes('failed')) return 'failed';
  // Of a title with a placeholder some cases may be for one browser only.
  return statuses.includes('passed') ? undefined : 'did not run';
}

/** "Only" where it also runs elsewhere would hide what fails there. */
function listStrays(test: NamedTest, reports: Reports, root: string): string[] {
  return browserNames
    .filter((browser) => test.only && browser !== test.only)
    .filter((browser) => {
      const report = reports[browser];
      return report && listStatuses(test, report, root).includes('passed');
    })
    .map((browser) => `${formatNamedTest(test)} is not only for another browser: it ran${describeRun(browser)}`);
}

function describeRun(run: keyof Reports): string {
  return run === 'unit' ? '' : ` in ${browserTitles[run]}`;
}

function listStatuses({ file, titles }: NamedTest, { testResults }: VitestReport, root: string): string[] {
  const patterns = titles.map(buildPattern);
  const tests = testResults.find(({ name }) => relative(root, name).replaceAll(sep, '/') === file)?.assertionResults;
  return (tests ?? [])
    .filter(({ ancestorTitles, title }) => {
      const found = [...ancestorTitles, title];
      return found.length === patterns.length && patterns.every((pattern, index) => pattern.test(found[index] ?? ''));
    })
    .map(({ status }) => status);
}

/** Vitest's placeholders, those of `$name`, and the template's. */
const PLACEHOLDER = /%(?:\.\d+)?[sdifjo]|\$\{[^}]*\}|\$[a-z]\w*/i;

function buildPattern(title: string): RegExp {
  const parts = title.split(PLACEHOLDER).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}
