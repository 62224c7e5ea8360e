// @vitest-environment node
import { expect, it } from 'vitest';
import { mergeResults, type Results } from './results.ts';

const part = (atMs: number) => ({ atMs, comparisons: [] });
const earlier: Results = { machine: '2 × A', browser: 'B/1', parts: { popup: part(1), memory: part(1) } };

it('replaces what was measured again, and keeps the rest', () => {
  const merged = mergeResults(earlier, { ...earlier, parts: { popup: part(2) } });
  expect(merged.parts).toEqual({ popup: part(2), memory: part(1) });
});

it.each([{ machine: '4 × A' }, { browser: 'B/2' }])('never mixes figures of another %o', (other) => {
  const now: Results = { ...earlier, ...other, parts: { popup: part(2) } };
  expect(mergeResults(earlier, now)).toEqual(now);
});

it('needs none from before', () => {
  expect(mergeResults(undefined, earlier)).toEqual(earlier);
});
