import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ProfileChange, VaultModel, type VaultWish } from '../testing/vault-model';

type Event =
  | { kind: 'change'; change: ProfileChange }
  | { kind: 'ask'; wishes: VaultWish[]; killAfter: number | undefined }
  | { kind: 'restart' };

/** A tenth of what the other model does: sealing and opening take their time. */
const RUNS = Number(process.env['KC_MODEL_RUNS'] ?? 2000) / 10;

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      change: fc.record({
        id: fc.constantFrom('orders' as const, 'games', 'constructor'),
        what: fc.constantFrom('log in' as const, 'log in', 'log out'),
      }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      wishes: fc.array(fc.constantFrom<VaultWish[]>('keep', 'keep', 'lock', 'unlock', 'unlock', 'guess', 'change'), {
        minLength: 1,
        maxLength: 3,
      }),
      killAfter: fc.option(fc.nat(25), { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
);

async function play(model: VaultModel, happening: Event): Promise<void> {
  if (happening.kind === 'change') model.change(happening.change);
  else if (happening.kind === 'restart') await model.restartBrowser();
  else await model.ask(happening.wishes, happening.killAfter);
}

it(`In ${RUNS} random lives with deaths between any two steps the vault opens with all that was kept, and shows nothing`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 25, size: 'max' }), async (events) => {
      const model = new VaultModel();
      await model.createVault();
      for (const each of events) await play(model, each);
      await model.checkReopening();
      expect(model.broken).toEqual([]);
    }),
    { numRuns: RUNS },
  );
}, 600_000);
