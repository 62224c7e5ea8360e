import { expect, it } from 'vitest';
import { NO_TOKEN } from '@/utils/oauth2/token-state';
import { buildManagedId } from '@/utils/profiles/managed-id';
import { ISSUED_TOKEN } from '../testing/examples';
import { PROFILE } from '../testing/profile-examples';
import { getMenuState } from './get-menu-state';

const issued = { kind: 'issued', token: ISSUED_TOKEN } as const;

it('a token can be copied where there is one', () => {
  expect(getMenuState({ profile: PROFILE, state: issued }, false)).toMatchObject({ hasToken: true });
  expect(getMenuState({ profile: PROFILE, state: NO_TOKEN }, false)).toMatchObject({ hasToken: false });
});

it('says whether all is paused', () => {
  expect(getMenuState(undefined, true)).toEqual({ isPaused: true, mayUseSite: false, hasToken: false });
});

it.each([
  ['the user’s own', PROFILE, true],
  ['the team’s', { ...PROFILE, id: buildManagedId('Team') }, false],
  ['without a server', { ...PROFILE, form: { ...PROFILE.form, base_url: '' } }, false],
])('sites can be added to a profile that is %s: %s', (_case, profile, mayUseSite) => {
  expect(getMenuState({ profile, state: NO_TOKEN }, false)).toMatchObject({ mayUseSite });
});
