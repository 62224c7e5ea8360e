import { expect, it } from 'vitest';
import { createOneAtATime } from './one-at-a-time';

type Purpose = 'login' | 'renewal';

function buildQueue(first: Promise<unknown> = Promise.resolve()) {
  const queue = createOneAtATime<Purpose>(first);
  const log: string[] = [];
  /** Starts work that ends when it is told to, or given up. */
  const start = (name: string, purpose: Purpose) => {
    const { promise: end, resolve } = Promise.withResolvers<void>();
    const finished = queue.start(purpose, async (signal) => {
      log.push(`${name} begins`);
      signal.addEventListener('abort', () => resolve());
      await end;
      log.push(`${name} ends`);
    });
    return { end: resolve, finished };
  };
  return { queue, log, start };
}
const settle = () => new Promise((resolve) => setTimeout(resolve));

it('work begins when what comes first and all earlier work is over', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { log, start } = buildQueue(promise);
  const [first, second] = [start('first', 'login'), start('second', 'renewal')];
  await settle();
  expect(log).toEqual([]);
  resolve();
  await settle();
  first.end();
  await first.finished;
  await settle();
  second.end();
  await second.finished;
  expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

it('work that failed is told to who asked for it, and does not stop the next', async () => {
  const { queue, log, start } = buildQueue();
  const failed = queue.start('login', () => Promise.reject(new Error('no rules')));
  start('next', 'login').end();
  await expect(failed).rejects.toThrow('no rules');
  await queue.untilIdle();
  expect(log).toEqual(['next begins', 'next ends']);
});

it('work that waits can be given up at once, and what comes after it still waits for what runs', async () => {
  const { queue, log, start } = buildQueue();
  const renewal = start('renewal', 'renewal');
  const login = start('login', 'login');
  const later = start('later', 'login');
  await settle();
  await queue.giveUp('login');
  await Promise.all([login.finished, later.finished]);
  start('last', 'login').end();
  await settle();
  expect(log).toEqual(['renewal begins']);
  renewal.end();
  await queue.untilIdle();
  expect(log).toEqual(['renewal begins', 'renewal ends', 'last begins', 'last ends']);
});

it('giving everything up ends what runs and what waits', async () => {
  const { queue, log, start } = buildQueue();
  start('renewal', 'renewal');
  start('login', 'login');
  await settle();
  await queue.giveUp();
  await queue.untilIdle();
  expect(log).toEqual(['renewal begins', 'renewal ends']);
});

it('the last run can be joined as long as it is not given up', async () => {
  const { queue, start } = buildQueue();
  expect(queue.getLast()).toBeUndefined();
  const { finished } = start('login', 'login');
  expect(queue.getLast()?.finished).toBe(finished);
  expect(queue.getLast('renewal')).toBeUndefined();
  void queue.giveUp();
  expect(queue.getLast()).toBeUndefined();
});
