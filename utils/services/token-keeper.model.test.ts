import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeeperModel, type ServerMood } from '../testing/keeper-model';

type Event =
  | { kind: 'ask'; what: Parameters<KeeperModel['ask']>[0] }
  | { kind: 'step' | 'kill' }
  | { kind: 'time'; ms: number }
  | { kind: 'mood'; mood: ServerMood };

const RUNS = Number(process.env['KC_MODEL_RUNS'] ?? 2000);

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({ kind: 'step' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      what: fc.constantFrom('logIn' as const, 'renew', 'reject', 'cancel', 'logOut', 'wakeUp'),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'kill' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('time' as const),
      ms: fc.constantFrom(1, 1000, 60_000, 3600_000, 86_400_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('mood' as const),
      mood: fc.constantFrom<ServerMood[]>(
        'healthy',
        'healthy',
        'broken',
        'dropping',
        'dropping-answers',
        'html',
        'limiting',
      ),
    }),
  },
);

async function play(model: KeeperModel, happening: Event): Promise<void> {
  if (happening.kind === 'ask') model.ask(happening.what);
  else if (happening.kind === 'kill') model.kill();
  else if (happening.kind === 'time') await model.passTime(happening.ms);
  else if (happening.kind === 'mood') model.mood = happening.mood;
  else await model.step();
}

it(`In ${RUNS} random lives with kills at every step the keeper never asks twice at once, never loses a refresh token that it received, never gets stuck, and recovers`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 60, size: 'max' }), async (events) => {
      const model = new KeeperModel();
      for (const each of events) await play(model, each);
      await model.checkAtRest();
      await model.checkRecovery();
      expect(model.broken).toEqual([]);
    }),
    { numRuns: RUNS },
  );
}, 600_000);

it('Whatever pages do, between two token requests there are ten seconds', async () => {
  const page = fc.oneof(
    { weight: 3, arbitrary: fc.constant({ kind: 'ask' as const, what: 'reject' as const }) },
    { weight: 3, arbitrary: fc.constant({ kind: 'step' as const }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('time' as const), ms: fc.integer({ min: 1, max: 12_000 }) }),
    },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(page, { maxLength: 60, size: 'max' }), async (events) => {
      const model = new KeeperModel();
      model.ask('logIn');
      await model.settle();
      for (const each of events) await play(model, each);
      await model.settle();
      const gapsMs = model.postedAtMs.slice(1).map((atMs, index) => atMs - (model.postedAtMs[index] ?? 0));
      expect(gapsMs.filter((ms) => ms < 10_000)).toEqual([]);
    }),
    { numRuns: RUNS / 10 },
  );
}, 600_000);
