// @vitest-environment node
import { expect, it } from 'vitest';
import { takeTurns } from './take-turns.ts';

it('lets nobody always go first, and of three nobody follow itself', async () => {
  const order: string[] = [];
  await takeTurns(['A', 'B', 'C'], { rounds: 4, warmUps: 0 }, (name) => Promise.resolve(order.push(name)));
  expect(order.join('')).toBe('ABCBCACABABC');
});

it('keeps the samples of each in the order of the rounds, without those of the warm-up', async () => {
  let round = 0;
  const samples = await takeTurns(['A', 'B'], { rounds: 2, warmUps: 1 }, (name) =>
    Promise.resolve(`${name}${++round}`),
  );
  expect(samples).toEqual({ A: ['A4', 'A5'], B: ['B3', 'B6'] });
});
