// @vitest-environment node
import { expect, it } from 'vitest';
import { formatReport } from './report.ts';
import { Tally } from './tally.ts';

function report(tally: Tally): string {
  const flatness = [{ name: 'storage.local', unit: 'bytes', samples: 9, first: 100, last: 101, isFlat: true }];
  const ledger = { renewals: 3, issued: 5 };
  return formatReport({ title: 'Chrome', seed: 42, tally, ledger, flatness, recoveries: [1000, 3000], tookMs: 60_000 });
}

it('tells what was done, what was measured, and how calm was found again', () => {
  const tally = new Tally();
  tally.count('faults', 'drops', 2);
  tally.count('faults', 'late');
  const text = report(tally);
  expect(text).toMatch(/faults: 3 +drops 2, late 1/);
  expect(text).toMatch(/storage.local +100 → 101 bytes, 9 samples/);
  expect(text).toContain('median 2.0 s, longest 3.0 s');
  expect(text).not.toContain('--seed=42');
});

it('tells each violation, the last 30 actions, and how to do it once more', () => {
  const tally = new Tally();
  for (let number = 1; number <= 40; number += 1) tally.note(`action ${number}.`);
  tally.violate('It leaks');
  const text = report(tally);
  expect(text).toContain('VIOLATION: It leaks');
  expect(text).toContain('--seed=42');
  expect(text).toContain('action 12.');
  expect(text).not.toContain('action 11.');
});
