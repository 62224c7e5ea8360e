import * as fc from 'fast-check';
import { GRANT_CHOICES } from '../oauth2/grants';
import { PROFILE_COLOURS, type Profile } from '../profiles/profile';
import { anyText } from './any-text';

const origin = fc
  .tuple(fc.constantFrom('https://a', 'https://acme.b-', 'http://localhost:80'), fc.integer({ min: 10, max: 99 }))
  .map(([start, number]) => `${start}${number}${start.startsWith('https:') ? '.example' : ''}`);

const visible = anyText({ maxLength: 30 });

/** A name as the popup lets it be typed: one line, and nothing on it that misleads. */
const name = fc
  .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
  .map((text) => text.replaceAll(/[\p{Cc}\p{Bidi_Control}\p{Z}\u200B\u2060\uFEFF]/gu, '').slice(0, 70))
  .map((text) => `${text.toWellFormed().replaceAll('\uFFFD', '')}x`);

/** Any profile as it may lie in storage. */
export const anyProfile = (id: string): fc.Arbitrary<Profile> =>
  fc.record({
    id: fc.constant(id),
    name,
    colour: fc.constantFrom(...PROFILE_COLOURS),
    isProduction: fc.boolean(),
    form: fc.record({
      base_url: origin,
      grant: fc.constantFrom(...GRANT_CHOICES),
      other_grant_type: visible,
      client_id: visible,
      username: visible,
      client_secret: fc.constant(''),
      password: fc.constant(''),
      token: fc.constant(''),
      refresh_token: fc.constant(''),
    }),
    reach: fc.record({
      pages: fc.array(origin, { maxLength: 3 }),
      apis: fc.array(origin, { maxLength: 3 }),
      links: fc.boolean(),
      everything: fc.boolean(),
    }),
  });
