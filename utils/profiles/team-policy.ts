import * as v from 'valibot';
import { SECRET_PARAMETERS } from '@/utils/oauth2/grants';
import { type AllowedHosts, isAllowedOrigin, readHostPattern } from './allowed-hosts';
import { buildManagedId } from './managed-id';
import { MAX_NAME_LENGTH, MAX_PROFILES } from './profile';
import { MinutesSchema, type Settings } from './settings';
import { type TeamProfile, TeamProfileSchema } from './team-profile';

/** What an administrator has set for everybody, checked. Without a policy there is nothing in it. */
export interface TeamPolicy {
  profiles: readonly TeamProfile[];
  /** The vault locks after so many idle minutes at the latest. */
  auto_lock_minutes?: number;
  allowed_hosts?: AllowedHosts;
}

export const POLICY_KEYS = ['profiles', 'auto_lock_minutes', 'allowed_hosts'] as const satisfies (keyof TeamPolicy)[];

/** Something in a policy that cannot be as it is written. Never says what the value was: it may be a secret. */
export interface PolicyProblem {
  code:
    | 'unreadable'
    | 'unknown'
    /** Whoever uses the machine can read a policy. */
    | 'secret'
    | 'name-taken'
    | 'host-not-allowed'
    | 'locked-but-not-given'
    | 'too-many';
  /** Such as `profiles[1].base_url`; empty for the policy as a whole. */
  path: string;
  /** The name of the profile that it is in, as far as it has one. */
  profile?: string;
  /** What could not be read as a restriction is taken as the strictest one. */
  effect: 'ignored' | 'profile-left-out' | 'strictest';
}

export interface PolicyReading {
  policy: TeamPolicy;
  problems: readonly PolicyProblem[];
}

const STRICTEST = { allowed_hosts: [], auto_lock_minutes: 1 } as const;

/** Reads what `storage.managed` holds. Never throws: what cannot be used is left out and told, the rest goes on. */
export function readTeamPolicy(raw: unknown): PolicyReading {
  if (!isRecord(raw)) {
    const problem: PolicyProblem = { code: 'unreadable', path: '', effect: 'strictest' };
    return { policy: { profiles: [], ...STRICTEST }, problems: [problem] };
  }
  const problems: PolicyProblem[] = listStrayKeys(raw, POLICY_KEYS, '');
  const policy: TeamPolicy = { profiles: [] };

  if ('auto_lock_minutes' in raw) {
    const minutes = v.safeParse(MinutesSchema, raw['auto_lock_minutes']);
    if (!minutes.success) problems.push({ code: 'unreadable', path: 'auto_lock_minutes', effect: 'strictest' });
    policy.auto_lock_minutes = minutes.success ? minutes.output : STRICTEST.auto_lock_minutes;
  }
  if ('allowed_hosts' in raw) {
    const hosts = readHosts(raw['allowed_hosts']);
    problems.push(...hosts.problems);
    policy.allowed_hosts = hosts.allowed_hosts;
  }
  if ('profiles' in raw) {
    const profiles = readProfiles(raw['profiles'], policy);
    problems.push(...profiles.problems);
    policy.profiles = profiles.profiles;
  }
  return { policy, problems };
}

/** The user's settings with the team's bounds. */
export function limitAutoLock({ auto_lock_minutes = Infinity }: TeamPolicy, settings: Settings): Settings {
  const autoLockMinutes = Math.min(settings.autoLockMinutes ?? Infinity, auto_lock_minutes);
  return {
    ...settings,
    autoLockMinutes: autoLockMinutes === Infinity ? null : autoLockMinutes,
    productionAutoLockMinutes: Math.min(settings.productionAutoLockMinutes, auto_lock_minutes),
  };
}

function readHosts(raw: unknown): { allowed_hosts: readonly string[]; problems: PolicyProblem[] } {
  if (!Array.isArray(raw)) {
    const problem: PolicyProblem = { code: 'unreadable', path: 'allowed_hosts', effect: 'strictest' };
    return { allowed_hosts: STRICTEST.allowed_hosts, problems: [problem] };
  }
  const read = raw.map((each: unknown) => (typeof each === 'string' ? readHostPattern(each) : undefined));
  const problems = read.flatMap((pattern, index): PolicyProblem[] =>
    pattern === undefined ? [{ code: 'unreadable', path: `allowed_hosts[${index}]`, effect: 'ignored' }] : [],
  );
  return { allowed_hosts: read.filter((pattern) => pattern !== undefined), problems };
}

function readProfiles(raw: unknown, policy: TeamPolicy): { profiles: TeamProfile[]; problems: PolicyProblem[] } {
  if (!Array.isArray(raw)) {
    return { profiles: [], problems: [{ code: 'unreadable', path: 'profiles', effect: 'ignored' }] };
  }
  const problems: PolicyProblem[] = [];
  const profiles = new Map<string, TeamProfile>();
  for (const [index, each] of raw.slice(0, MAX_PROFILES).entries()) {
    const path = `profiles[${index}]`;
    const reading = v.safeParse(TeamProfileSchema, each);
    const id = reading.success ? buildManagedId(reading.output.name) : '';
    const faults = reading.success
      ? listContradictions(reading.output, policy, profiles.has(id))
      : listUnreadable(reading.issues);
    const found: PolicyProblem[] = [
      ...(isRecord(each) ? listStrayKeys(each, Object.keys(TeamProfileSchema.entries), `${path}.`) : []),
      ...faults.map(({ code, key }) => ({ code, path: path + key, effect: 'profile-left-out' as const })),
    ];
    const profile = isRecord(each) && typeof each['name'] === 'string' ? tidy(each['name']) : '';
    problems.push(...found.map((problem) => ({ ...problem, ...(profile !== '' && { profile }) })));
    if (reading.success && faults.length === 0) profiles.set(id, reading.output);
  }
  if (raw.length > MAX_PROFILES) {
    problems.push({ code: 'too-many', path: `profiles[${MAX_PROFILES}]`, effect: 'profile-left-out' });
  }
  return { profiles: [...profiles.values()], problems };
}

/** Why a profile is left out; the key with its dot in front. */
interface Fault {
  code: PolicyProblem['code'];
  key: string;
}

function listUnreadable(issues: readonly v.InferIssue<typeof TeamProfileSchema>[]): Fault[] {
  const keys = issues.map(({ path = [] }) =>
    path.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)),
  );
  return [...new Set(keys.map((parts) => parts.join('')))].map((key) => ({ code: 'unreadable', key }));
}

/** What in a profile does not go together with the rest of the policy. */
function listContradictions(profile: TeamProfile, policy: TeamPolicy, isTaken: boolean): Fault[] {
  const { base_url, pages = [], apis = [], locked_fields = [] } = profile;
  const origins: [string, string][] = [
    ['.base_url', base_url],
    ...pages.map((page, index): [string, string] => [`.pages[${index}]`, page]),
    ...apis.map((api, index): [string, string] => [`.apis[${index}]`, api]),
  ];
  const faults: Fault[] = origins
    .filter(([, origin]) => !isAllowedOrigin(policy, origin))
    .map(([key]) => ({ code: 'host-not-allowed', key }));
  if (isTaken) faults.push({ code: 'name-taken', key: '.name' });
  if (locked_fields.some((field) => profile[field] === undefined)) {
    faults.push({ code: 'locked-but-not-given', key: '.locked_fields' });
  }
  return faults;
}

const SECRETS: ReadonlySet<string> = new Set([...SECRET_PARAMETERS, 'access_token']);

/** The keys that nobody reads. Such as are secrets must not have been written there. */
function listStrayKeys(raw: object, known: readonly string[], prefix: string): PolicyProblem[] {
  const stray = Object.keys(raw).filter((key) => !known.includes(key));
  return stray.map((key) => ({
    code: SECRETS.has(key) ? 'secret' : 'unknown',
    path: prefix + tidy(key),
    effect: 'ignored',
  }));
}

/** The administrator's own words, no longer than a name. */
const tidy = (text: string): string => text.trim().slice(0, MAX_NAME_LENGTH);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
