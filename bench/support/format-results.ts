import type { Bench } from './bench.ts';
import type { Budget } from './budget.ts';
import { formatTables } from './format-table.ts';
import type { Results } from './results.ts';

/** The document of one run, for people. Throws when a bench that this browser has was not measured. */
export function formatResults(
  { machine, browser, parts }: Results,
  benches: readonly (readonly [name: string, bench: Pick<Bench, 'about'>])[],
  budgets: readonly Budget[],
): string {
  const sections = benches.map(([name, { about }]) => {
    const part = parts[name];
    if (!part) throw new Error(`“${name}” was not measured.`);
    // Below its heading, the tables' own names.
    const tables = formatTables(part.comparisons, budgets).replaceAll(/^(?!\|)(.+)$/gm, '**$1**');
    return `## ${name}\n\n${about}\n\n${tables}`;
  });
  const dates = Object.values(parts).map(({ atMs }) => new Date(atMs).toISOString().slice(0, 10));
  const days = [...new Set(dates)].toSorted().join(', ');
  const head = `# What it costs

${browser}, ${machine}, ${days}. Written by \`npm run bench -- --check --write-results\`.

Each row compares two things that were measured in turns in one run: _with_ is what the extension does, _without_ the floor it
is held against. Each figure is a median, in brackets the middle half of the samples; _added_ is the median of the differences
within each round. The last column is the budget (\`bench/budgets.ts\`), as a multiple of the floor or what may be added to it:
figures of another machine are other ones, ratios stay much the same.`;
  return `${[head, ...sections].join('\n\n')}\n`;
}
