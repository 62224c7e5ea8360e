import type { PolicyProblem } from '@/utils/profiles/team-policy';

const WHAT: Record<PolicyProblem['code'], string> = {
  unreadable: 'is not as the policy’s schema wants it',
  unknown: 'is nothing that a policy has; it may be misspelt',
  secret: 'is a secret, which everybody who uses this computer can read in a policy: remove and renew it',
  'name-taken': 'is the name of another profile, too',
  'host-not-allowed': 'is on a host that the policy itself does not allow',
  'locked-but-not-given': 'locks a field that has no value',
  'too-many': 'is one profile too many',
};

const EFFECTS: Record<PolicyProblem['effect'], string> = {
  ignored: 'It is ignored.',
  'profile-left-out': 'The profile is left out.',
  strictest: 'The strictest is in force instead.',
};

/** What is wrong with a policy, for the user to tell the administrator. */
export function getPolicyProblemText({ code, path, profile, effect }: PolicyProblem): string {
  const place = path === '' ? 'The policy' : path;
  const owner = profile === undefined ? '' : ` (“${profile}”)`;
  return `${place}${owner} ${WHAT[code]}. ${EFFECTS[effect]}`;
}
