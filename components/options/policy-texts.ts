import type { TextKey } from '@/utils/platform/texts';
import type { PolicyProblem } from '@/utils/profiles/team-policy';

export const POLICY_PROBLEM_TEXTS: Record<PolicyProblem['code'], TextKey> = {
  unreadable: 'policy.problemUnreadable',
  unknown: 'policy.problemUnknown',
  secret: 'policy.problemSecret',
  'name-taken': 'policy.problemNameTaken',
  'host-not-allowed': 'policy.problemHostNotAllowed',
  'locked-but-not-given': 'policy.problemLockedButNotGiven',
  'too-many': 'policy.problemTooMany',
};

export const POLICY_EFFECT_TEXTS: Record<PolicyProblem['effect'], TextKey> = {
  ignored: 'policy.effectIgnored',
  'profile-left-out': 'policy.effectProfileLeftOut',
  strictest: 'policy.effectStrictest',
};
