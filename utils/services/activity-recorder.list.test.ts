import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildRecorderWorld } from '../testing/recorder-world';

/** Waits until everything is written. */
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1000);

let world: ReturnType<typeof buildRecorderWorld>;
beforeEach(() => {
  vi.useFakeTimers();
  world = buildRecorderWorld();
});
afterEach(() => {
  vi.useRealTimers();
});

it('many requests make one read and one write, in the order of their ends', async () => {
  for (const id of ['1', '2', '3']) world.note({ id, path: `/${id}` });
  await settle();
  expect([world.log, world.getPaths()]).toEqual([
    ['read', 'write 3'],
    ['/1', '/2', '/3'],
  ]);
  world.note({ path: '/4' });
  await settle();
  expect(world.log).toEqual(['read', 'write 3', 'write 4']);
});

it('what has ended is written 300 ms later, so that more can join it', async () => {
  world.note();
  await vi.advanceTimersByTimeAsync(299);
  expect(world.log).toEqual(['read']);
  await vi.advanceTimersByTimeAsync(1);
  expect(world.log).toEqual(['read', 'write 1']);
});

it('the last 500 are kept, whether they came at once or one after the other', async () => {
  for (let id = 0; id < 501; id += 1) world.note({ id: `${id}`, path: `/${id}` });
  await settle();
  expect([world.entries.length, world.getPaths()[0]]).toEqual([500, '/1']);
  world.note({ path: '/last' });
  await settle();
  expect([world.entries.length, world.getPaths()[0], world.getPaths().at(-1)]).toEqual([500, '/2', '/last']);
});

describe('the list', () => {
  it('is cleared in turn: what ended before is gone, what ends later is kept', async () => {
    world.note({ path: '/before' });
    const clearing = world.recorder.clear();
    await settle();
    await clearing;
    expect(world.entries).toEqual([]);
    world.note({ path: '/after' });
    await settle();
    expect([world.getPaths(), world.log]).toEqual([['/after'], ['read', 'write 1', 'write 0', 'write 1']]);
  });

  it('loses the requests of one tab alone on demand', async () => {
    world.note({ path: '/mine', tabId: 7 });
    world.note({ id: '2', path: '/other', tabId: 8 });
    await settle();
    const clearing = world.recorder.clear(7);
    await settle();
    await clearing;
    expect(world.getPaths()).toEqual(['/other']);
  });

  it('goes on after a write that failed', async () => {
    world.onWrite = async () => {
      world.onWrite = () => Promise.resolve();
      world.note({ path: '/meanwhile' });
      throw new Error('no space');
    };
    world.note({ path: '/lost' });
    await settle();
    expect([world.getPaths(), world.log]).toEqual([['/meanwhile'], ['read', 'write 1', 'write 1']]);
  });

  it('tells the one who asked when it cannot be cleared', async () => {
    world.onWrite = () => Promise.reject(new Error('no space'));
    await expect(world.recorder.clear()).rejects.toThrow('no space');
  });
});
