// @vitest-environment node
import { expect, it } from 'vitest';
import { SeededRandom } from './random.ts';

const draw = (seed: number, times: number): number[] => {
  const random = new SeededRandom(seed);
  return Array.from({ length: times }, () => random.next());
};

it('gives the same numbers for the same seed, and others for another', () => {
  expect(draw(7, 50)).toEqual(draw(7, 50));
  expect(draw(7, 50)).not.toEqual(draw(8, 50));
});

it('spreads its numbers evenly over [0, 1)', () => {
  const numbers = draw(1, 10_000);
  const shares = [0, 1, 2, 3].map((quarter) => numbers.filter((each) => Math.floor(each * 4) === quarter).length);
  for (const share of shares) expect(Math.abs(share - 2500)).toBeLessThan(200);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
});

it('picks by weight, and never what weighs nothing', () => {
  const random = new SeededRandom(3);
  const choices = [
    { name: 'often', weight: 9 },
    { name: 'seldom', weight: 1 },
    { name: 'never', weight: 0 },
  ];
  const picked = Array.from({ length: 1000 }, () => random.pick(choices).name);
  expect(picked).not.toContain('never');
  expect(picked.filter((name) => name === 'often').length).toBeGreaterThan(850);
  expect(picked).toContain('seldom');
});
