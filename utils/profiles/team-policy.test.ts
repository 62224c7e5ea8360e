import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLIENT_SECRET } from '../testing/examples';
import { isAllowedOrigin } from './allowed-hosts';
import { MAX_PROFILES } from './profile';
import { DEFAULT_SETTINGS } from './settings';
import { limitAutoLock, POLICY_KEYS, readTeamPolicy } from './team-policy';
import { TeamProfileSchema } from './team-profile';

const ASTER = { name: 'Aster', base_url: 'https://aster.knetikcloud.com' };
const BIRCH = { name: 'Birch', base_url: 'https://birch.knetikcloud.com' };
const GOOD = { policy: { profiles: [ASTER] }, problems: [] };

it('without a policy nothing is set', () => {
  expect(readTeamPolicy({})).toEqual({ policy: { profiles: [] }, problems: [] });
});

it('a policy is read as it is written', () => {
  const profile = {
    ...ASTER,
    colour: 'teal',
    grant_type: 'urn:example:plug-in',
    client_id: 'knetik',
    username: 'johndoe',
    production: true,
    pages: ['http://localhost:3000'],
    apis: ['https://api.example'],
    links: true,
    everything: false,
    locked_fields: ['username'],
  };
  const policy = {
    profiles: [profile, BIRCH],
    auto_lock_minutes: 10,
    allowed_hosts: ['*.knetikcloud.com', 'localhost', 'api.example'],
  };
  // Every key there is.
  expect(Object.keys(profile).toSorted()).toEqual(Object.keys(TeamProfileSchema.entries).toSorted());
  expect(Object.keys(policy)).toEqual([...POLICY_KEYS]);
  expect(readTeamPolicy(policy)).toEqual({ policy, problems: [] });
});

it('of an address the origin is taken', () => {
  const raw = { profiles: [{ ...ASTER, base_url: 'Aster.knetikcloud.com/', pages: ['localhost:3000/app#x'] }] };
  expect(readTeamPolicy(raw).policy.profiles).toEqual([{ ...ASTER, pages: ['http://localhost:3000'] }]);
});

describe('a profile is left out and named, and the rest goes on, with', () => {
  it.each<[string, object, string]>([
    ['no base URL', { base_url: undefined }, '.base_url'],
    ['a base URL over which no credential may go', { base_url: 'http://birch.knetikcloud.com' }, '.base_url'],
    ['a base URL that holds a password', { base_url: 'https://johndoe:A3ddj3w@birch.example' }, '.base_url'],
    ['a colour that there is not', { colour: 'pink' }, '.colour'],
    ['a grant type that cannot be sent', { grant_type: 'pass word' }, '.grant_type'],
    ['an empty client', { client_id: ' ' }, '.client_id'],
    ['a word where a truth value belongs', { production: 'yes' }, '.production'],
    ['one bad page', { pages: ['https://a.example', 'ftp://a.example'] }, '.pages[1]'],
    ['pages that are no list', { pages: 'https://a.example' }, '.pages'],
    ['a lock on what is no field', { locked_fields: ['password'] }, '.locked_fields[0]'],
  ])('%s', (_case, part, key) => {
    expect(readTeamPolicy({ profiles: [{ ...BIRCH, ...part }, ASTER] })).toEqual({
      ...GOOD,
      problems: [{ code: 'unreadable', path: `profiles[0]${key}`, profile: 'Birch', effect: 'profile-left-out' }],
    });
  });

  it.each([['text'], [null], [[]], [42]])('%o in its place', (raw) => {
    const { policy, problems } = readTeamPolicy({ profiles: [raw, ASTER] });
    expect(policy).toEqual(GOOD.policy);
    expect(problems[0]).toMatchObject({ code: 'unreadable', effect: 'profile-left-out' });
    expect(problems[0]?.path).toMatch(/^profiles\[0\]/);
  });

  it.each<[string, object, string, string]>([
    ['the name of another', { name: ' Aster ' }, 'name-taken', '.name'],
    ['a lock on what it does not give', { locked_fields: ['username'] }, 'locked-but-not-given', '.locked_fields'],
    ['a login where the policy allows none', { base_url: 'https://a.example' }, 'host-not-allowed', '.base_url'],
    ['a page that the policy does not allow', { pages: ['https://a.example'] }, 'host-not-allowed', '.pages[0]'],
    ['an API that the policy does not allow', { apis: ['https://a.example'] }, 'host-not-allowed', '.apis[0]'],
  ])('%s', (_case, part, code, key) => {
    const raw = { profiles: [ASTER, { ...BIRCH, ...part }], allowed_hosts: ['*.knetikcloud.com'] };
    const { policy, problems } = readTeamPolicy(raw);
    expect(policy.profiles).toEqual([ASTER]);
    expect(problems).toEqual([
      expect.objectContaining({ code, path: `profiles[1]${key}`, effect: 'profile-left-out' }),
    ]);
  });

  it('too many before it', () => {
    const profiles = Array.from({ length: MAX_PROFILES + 1 }, (_each, index) => ({ ...ASTER, name: `Aster ${index}` }));
    const { policy, problems } = readTeamPolicy({ profiles });
    expect(policy.profiles).toHaveLength(MAX_PROFILES);
    expect(problems.map(({ code }) => code)).toEqual(['too-many']);
  });
});

describe('what is none of the policy’s keys', () => {
  it.each(['client_secret', 'password', 'token', 'refresh_token', 'access_token'])(
    'is refused and told when it is a secret: %s',
    (key) => {
      const reading = readTeamPolicy({ profiles: [{ ...ASTER, [key]: CLIENT_SECRET }], [key]: CLIENT_SECRET });
      expect(reading).toEqual({
        ...GOOD,
        problems: [
          { code: 'secret', path: key, effect: 'ignored' },
          { code: 'secret', path: `profiles[0].${key}`, profile: 'Aster', effect: 'ignored' },
        ],
      });
      expect(JSON.stringify(reading)).not.toContain(CLIENT_SECRET);
    },
  );

  it('is told, because a slip of the pen would lift a restriction', () => {
    const { policy, problems } = readTeamPolicy({ profiles: [{ ...ASTER, page: [] }], allowed_host: [] });
    expect(policy).toEqual(GOOD.policy);
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['unknown', 'allowed_host'],
      ['unknown', 'profiles[0].page'],
    ]);
  });
});

describe('a restriction that cannot be read is taken as the strictest one:', () => {
  it.each([0, -1, 1441, 10.5, '10', null])('auto-lock after %o minutes', (auto_lock_minutes) => {
    expect(readTeamPolicy({ auto_lock_minutes })).toEqual({
      policy: { profiles: [], auto_lock_minutes: 1 },
      problems: [{ code: 'unreadable', path: 'auto_lock_minutes', effect: 'strictest' }],
    });
  });

  it.each(['localhost', null, {}])('%o as the allowed hosts', (allowed_hosts) => {
    const { policy, problems } = readTeamPolicy({ allowed_hosts });
    expect(isAllowedOrigin(policy, 'http://localhost')).toBe(false);
    expect(problems).toEqual([{ code: 'unreadable', path: 'allowed_hosts', effect: 'strictest' }]);
  });

  it('a host that cannot be read, alone in its list', () => {
    const { policy, problems } = readTeamPolicy({ allowed_hosts: ['https://a.example'] });
    expect(isAllowedOrigin(policy, 'https://a.example')).toBe(false);
    expect(problems).toEqual([{ code: 'unreadable', path: 'allowed_hosts[0]', effect: 'ignored' }]);
  });

  it.each([[undefined], [null], ['text'], [[]]])('%o as the whole policy', (raw) => {
    const { policy, problems } = readTeamPolicy(raw);
    expect(policy).toEqual({ profiles: [], auto_lock_minutes: 1, allowed_hosts: [] });
    expect(problems).toEqual([{ code: 'unreadable', path: '', effect: 'strictest' }]);
  });
});

it('whatever is written in it, a policy is read, and no profile gets in that does not fit its schema', () => {
  const key = fc.constantFrom(...POLICY_KEYS, ...Object.keys(TeamProfileSchema.entries), '__proto__', 'constructor');
  const value = fc.anything({ key, withNullPrototype: true, withBigInt: true, withSparseArray: true });
  const profile = fc.dictionary(key, value).map((part) => ({ ...ASTER, ...part }));
  const policy = fc.record(
    { profiles: fc.array(fc.oneof(value, profile)), allowed_hosts: value },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(value, policy), (raw) => {
      const { policy: read, problems } = readTeamPolicy(raw);
      expect(read.profiles.every(({ base_url }) => isAllowedOrigin(read, base_url))).toBe(true);
      expect(readTeamPolicy(structuredClone(read))).toEqual({ policy: read, problems: [] });
      expect(problems.every(({ path }) => path.length < 200)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

describe('the auto-lock', () => {
  it('stays the user’s without a policy', () => {
    expect(limitAutoLock({ profiles: [] }, DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
    const never = { ...DEFAULT_SETTINGS, autoLockMinutes: null };
    expect(limitAutoLock({ profiles: [] }, never)).toEqual(never);
  });

  it.each([
    [null, 30, 10, [10, 10]],
    [15, 5, 10, [10, 5]],
    [3, 5, 10, [3, 5]],
  ])(
    'of %o and %o minutes is at most %o',
    (autoLockMinutes, productionAutoLockMinutes, auto_lock_minutes, expected) => {
      const settings = { ...DEFAULT_SETTINGS, autoLockMinutes, productionAutoLockMinutes };
      const limited = limitAutoLock({ profiles: [], auto_lock_minutes }, settings);
      expect([limited.autoLockMinutes, limited.productionAutoLockMinutes]).toEqual(expected);
    },
  );
});
