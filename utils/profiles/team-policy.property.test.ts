import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyJson } from '../testing/any-json';
import { anySecret, findLeaks } from '../testing/any-mirror';
import { fuzz } from '../testing/fuzz-runs';
import { SECRET_PARAMETERS } from '../oauth2/grants';
import { getLockedFields, toManagedProfiles } from './managed-profiles';
import { POLICY_KEYS, readTeamPolicy } from './team-policy';
import { TeamProfileSchema } from './team-profile';

const MEMBERS = [...Object.keys(TeamProfileSchema.entries), ...SECRET_PARAMETERS, 'unknown'];

it('Whatever an administrator writes where, no value of it is in a problem that is shown', () => {
  const policy = anySecret.chain((secret) => {
    const value = fc.oneof(fc.constantFrom<unknown>(secret, [secret], { a: secret }), anyJson);
    const named = fc.dictionary(fc.constantFrom(...MEMBERS), value);
    const profile = named.map((part) => ({ name: 'Aster', base_url: 'https://a.example', ...part }));
    const raw = fc.dictionary(fc.constantFrom(...POLICY_KEYS, 'unknown'), fc.oneof(value, fc.array(profile)));
    return fc.record({ secret: fc.constant(secret), raw });
  });
  let told = 0;
  fc.assert(
    fc.property(policy, ({ secret, raw }) => {
      const { policy: read, problems } = readTeamPolicy(raw);
      told += problems.length;
      // The name of a profile is said, as far as there is one.
      const shown = problems.map(({ profile: _profile, ...problem }) => problem);
      expect(findLeaks(JSON.stringify(shown), [secret])).toEqual([]);
      for (const profile of toManagedProfiles(read)) {
        expect([...SECRET_PARAMETERS].filter((name) => profile.form[name] !== '')).toEqual([]);
        expect(Array.isArray(getLockedFields(read, profile.id))).toBe(true);
      }
    }),
    fuzz(80),
  );
  expect(told).toBeGreaterThan(20);
});
