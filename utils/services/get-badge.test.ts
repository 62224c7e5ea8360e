import { expect, it } from 'vitest';
import type { IssuedToken } from '@/utils/oauth2/token-response';
import type { TokenState } from '@/utils/oauth2/token-state';
import { PROFILE_COLOUR_CODES } from '@/utils/profiles/colour-codes';
import { buildChoiceKey } from '@/utils/profiles/routes';
import { getContrastToWhite } from '../testing/contrast';
import { ALL_ON, API_ORIGIN, ISSUED_TOKEN, RECEIVED_AT_MS } from '../testing/examples';
import { buildSituation, PROFILE } from '../testing/profile-examples';
import { type Badge, type BadgeInputs, getBadge } from './get-badge';

const issued = (part: Partial<IssuedToken> = {}): TokenState => ({
  kind: 'issued',
  token: { ...ISSUED_TOKEN, ...part },
});
const exhausted = issued({ renewal: { failure: { code: 'not-renewable' }, attempts: 1 } });
const production = { ...PROFILE, id: 'production', name: 'Live', colour: 'red', isProduction: true } as const;
const copy = { ...PROFILE, id: 'copy' };
const both = { profiles: [PROFILE, copy], states: { [PROFILE.id]: issued(), copy: issued() } };
const choices = { [buildChoiceKey({ page: API_ORIGIN, api: API_ORIGIN })]: 'copy' };
const journal = {
  purpose: 'login',
  startedAtMs: RECEIVED_AT_MS,
  grant_type: 'password',
  api_origin: API_ORIGIN,
} as const;

const show = (part: Parameters<typeof buildSituation>[0] = {}, rest: Partial<BadgeInputs> = {}) =>
  getBadge({ situation: buildSituation(part), journals: {}, isLocked: false, ...rest });

/** The first of these that holds is shown; so each of these situations has all that is below it, too. */
const paused = { ...ALL_ON, paused: true };
const all = {
  profiles: [PROFILE, production],
  states: { [PROFILE.id]: exhausted, production: issued() },
  switches: paused,
};
it.each<[string, Badge, Partial<Badge>]>([
  [
    'a request is under way',
    show(all, { journals: { production: journal }, isLocked: true }),
    { code: 'asking', icon: 'locked' },
  ],
  ['the vault is locked', show(all, { isLocked: true }), { code: 'locked', icon: 'locked' }],
  ['nobody is logged in', show({ states: {}, switches: paused }), { code: 'logged-out', icon: 'logged-out' }],
  [
    'a token cannot be renewed',
    show(all),
    { code: 'login-needed', icon: 'login-needed', profileName: 'Sandbox' } as const,
  ],
  ['all is paused', show({ ...both, switches: paused }), { code: 'paused', icon: 'paused' }],
  [
    'several profiles fit and none is chosen',
    show({ profiles: [PROFILE, production], states: { [PROFILE.id]: issued(), production: issued() } }),
    { code: 'contested', icon: 'logged-in' },
  ],
  [
    'one of production is logged in',
    show({ profiles: [production], states: { production: issued() } }),
    { code: 'production', icon: 'logged-in', profileName: 'Live' } as const,
  ],
  ['all is well', show(), { code: 'sending', icon: 'logged-in' }],
  ['several fit and one is chosen', show({ ...both, choices }), { code: 'sending', icon: 'logged-in' }],
])('while %s', (_case, badge, expected) => {
  expect(badge).toMatchObject(expected);
  // White letters are readable on it.
  expect(getContrastToWhite(badge.colour)).toBeGreaterThanOrEqual(4.5);
});

it('production wears the colour of its profile', () => {
  const badge = show({ profiles: [production], states: { production: issued() } });
  expect(badge.colour).toBe(PROFILE_COLOUR_CODES.red);
});

it('a token that is tried to be renewed again is still one', () => {
  const renewal = { failure: { code: 'dns' }, attempts: 1, retryAtMs: RECEIVED_AT_MS } as const;
  expect(show({ states: { [PROFILE.id]: issued({ renewal }) } }).code).toBe('sending');
});
