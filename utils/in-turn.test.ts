import { expect, it } from 'vitest';
import { createInTurn } from './in-turn';

it('changes run one after the other, in the order in which they were asked for', async () => {
  const inTurn = createInTurn();
  const log: string[] = [];
  const build = (name: string) => async () => {
    log.push(`${name} begins`);
    await Promise.resolve();
    log.push(`${name} ends`);
    return name;
  };
  expect(await Promise.all([inTurn(build('first')), inTurn(build('second'))])).toEqual(['first', 'second']);
  expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

it('one that fails does not stop the next, and is told to the one who asked', async () => {
  const inTurn = createInTurn();
  const outcomes = await Promise.allSettled([
    inTurn(() => Promise.reject(new Error('no space'))),
    inTurn(() => Promise.resolve('done')),
  ]);
  expect(outcomes).toEqual([
    { status: 'rejected', reason: new Error('no space') },
    { status: 'fulfilled', value: 'done' },
  ]);
});

it('two queues do not wait for each other', async () => {
  const [inTurn, other] = [createInTurn(), createInTurn()];
  void inTurn(() => new Promise(() => {}));
  expect(await other(() => Promise.resolve('done'))).toBe('done');
});
