import { median } from 'simple-statistics';
import type { Flatness } from './flatness.ts';
import type { Ledger } from './ledger.ts';
import type { Tally } from './tally.ts';

const GROUPS = ['actions', 'token requests', 'faults', 'stops', 'requests'];

/** What happened, as a table; what should not have, and what was done last, if there is any of it. */
export function formatReport(result: {
  title: string;
  seed: number;
  tally: Tally;
  ledger: Pick<Ledger, 'renewals' | 'issued'>;
  flatness: readonly Flatness[];
  /** How long each calm took, in milliseconds. */
  recoveries: readonly number[];
  tookMs: number;
}): string {
  const { title, seed, tally, ledger, flatness, recoveries, tookMs } = result;
  const calm =
    recoveries.length > 0
      ? `median ${seconds(median([...recoveries]))}, longest ${seconds(Math.max(...recoveries))}`
      : '';
  const rows: [string, string][] = [
    ...GROUPS.map((group): [string, string] => [`${group}: ${tally.sum(group)}`, listKinds(tally, group)]),
    [`access tokens issued: ${ledger.issued}`, `${ledger.renewals} by a refresh`],
    [`calms: ${recoveries.length}`, calm],
    ...flatness.map(({ name, unit, first, last, samples, isFlat }): [string, string] => [
      name,
      `${first.toFixed(0)} → ${last.toFixed(0)} ${unit}, ${samples} samples${isFlat ? '' : ', GROWS'}`,
    ]),
    ['violations', `${tally.violations.length}`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = [
    `${title}, seed ${seed}, ${seconds(tookMs)}`,
    '',
    ...rows.map(([name, text]) => `${name.padEnd(width)}  ${text}`),
  ];
  if (tally.violations.length === 0) return lines.join('\n');
  return [
    ...lines,
    '',
    ...tally.violations.slice(0, MAX_VIOLATIONS).map((each) => `VIOLATION: ${each}`),
    '',
    'The last that was done:',
    ...tally.lastActions,
    '',
    `Once more: npm run soak -- --seed=${seed}`,
  ].join('\n');
}

const MAX_VIOLATIONS = 20;

function listKinds(tally: Tally, group: string): string {
  return tally
    .list(group)
    .map(([kind, times]) => `${kind} ${times}`)
    .join(', ');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
