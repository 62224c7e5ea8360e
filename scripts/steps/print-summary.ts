import { formatCounts, sumCounts } from './counts.ts';
import { formatStep, type StepResult } from './run-step.ts';

/** Prints how each step went, what must not be overlooked, remarks and, last, the sum; answers the exit code. */
export function printSummary(results: readonly StepResult[], remarks: readonly string[] = []): number {
  const counts = sumCounts(results.map((result) => result.counts));
  const seconds = results.reduce((sum, result) => sum + result.seconds, 0);

  console.log('\n── Summary ──');
  for (const result of results) console.log(formatStep(result));
  console.log(`All of it: ${seconds.toFixed(1)} s\n`);
  for (const { notice } of results) if (notice) console.log(`${notice}\n`);
  for (const remark of remarks) console.log(`${remark}\n`);
  console.log(formatCounts(counts));
  return counts.failed > 0 ? 1 : 0;
}
