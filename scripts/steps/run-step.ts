import { type Counts, oneFailure } from './counts.ts';
import type { VitestReport } from './vitest-report.ts';

/** What one part of `npm test` came to. */
export interface StepResult {
  name: string;
  outcome: 'ok' | 'failed' | 'not run';
  counts: Counts;
  notice?: string;
  /** Of a step that ran tests. */
  report?: VitestReport;
  seconds: number;
}

/** Counts, and what a reader must not overlook, e.g. that a browser is missing or a file needed a second try. */
export type StepCounts = Counts & Pick<StepResult, 'notice' | 'report'>;

/** Runs one part between a heading and its duration; a part that throws has failed, and the next one still runs. */
export async function runStep(name: string, work: () => Promise<StepCounts>): Promise<StepResult> {
  console.log(`\n── ${name} ──`);
  const startedAtMs = performance.now();
  const { notice, report, ...counts } = await work().catch((error: unknown): StepCounts => {
    console.error(error instanceof Error ? error.message : error);
    return oneFailure;
  });
  const seconds = (performance.now() - startedAtMs) / 1000;
  const result: StepResult = {
    name,
    outcome: toOutcome(counts, notice),
    counts,
    seconds,
    ...(notice && { notice }),
    ...(report && { report }),
  };
  if (notice) console.log(notice);
  console.log(formatStep(result));
  return result;
}

function toOutcome(counts: Counts, notice: string | undefined): StepResult['outcome'] {
  if (counts.failed > 0) return 'failed';
  return notice && counts.passed === 0 ? 'not run' : 'ok';
}

export function formatStep({ name, outcome, seconds }: StepResult): string {
  return `${name}: ${outcome} (${seconds.toFixed(1)} s)`;
}
