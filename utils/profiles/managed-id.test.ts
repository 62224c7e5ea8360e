import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { buildManagedId, isManagedId } from './managed-id';
import { MAX_NAME_LENGTH, ProfileIdSchema } from './profile';

it('is the same today as when something was stored under it', () => {
  expect(buildManagedId('Aster sandbox')).toBe('team-afbfb038762f9637');
  expect(buildManagedId('Schlüssel 🔑')).toBe('team-5d05430dccd37d47');
  // FNV-1a's own test vector for "foobar".
  expect(buildManagedId('foobar')).toBe('team-85944171f73967e8');
});

it('is an id for every name, tells the team’s from the user’s, and is another for another name', () => {
  const name = fc.string({ unit: 'binary', minLength: 1, maxLength: MAX_NAME_LENGTH });
  const names = fc.uniqueArray(name, { minLength: 2, maxLength: 8, selector: (each) => each.toWellFormed() });
  fc.assert(
    fc.property(names, (several) => {
      const ids = several.map(buildManagedId);
      expect(ids.every((id) => v.is(ProfileIdSchema, id) && isManagedId(id))).toBe(true);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

it('is never that of a profile of the user’s', () => {
  expect(isManagedId(crypto.randomUUID())).toBe(false);
});
