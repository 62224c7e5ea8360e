import { withoutSecrets } from '@/utils/oauth2/token-form';
import { buildProfile, type Profile } from '@/utils/profiles/profile';
import type { Situation } from '@/utils/profiles/situation';
import { ALL_ON, ISSUED_TOKEN, PASSWORD_FORM } from './examples';

/** The profile of `PASSWORD_FORM`. */
export const PROFILE: Profile = buildProfile('profile-1', { name: 'Sandbox', form: withoutSecrets(PASSWORD_FORM) });

/** `PROFILE` is logged in, nothing is chosen and nothing switched off. */
export function buildSituation(part: Partial<Situation> = {}): Situation {
  return {
    states: { [PROFILE.id]: { kind: 'issued', token: ISSUED_TOKEN } },
    profiles: [PROFILE],
    choices: {},
    switches: ALL_ON,
    writingUntil: {},
    ...part,
  };
}
