import * as fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { anyText } from '../testing/any-text';
import { fuzz } from '../testing/fuzz-runs';
import { isConfidentialOrigin, readBaseUrl } from './base-url';
import { buildFormPost, getTokenEndpoint } from './form-post';
import { GRANT_CHOICES, SECRET_PARAMETERS } from './grants';
import {
  getRequestSecrets,
  hasSecrets,
  readTokenForm,
  type TokenForm,
  TokenFormSchema,
  withoutSecrets,
} from './token-form';

const PARTS = [
  'https://',
  'http://',
  'a.example',
  'localhost',
  '127.0.0.1',
  '[::1]',
  ':8443',
  '/x',
  '?token=',
  '#',
  '@',
  '*',
  '"',
  '%2a',
  ' ',
  '\\',
];
const anyAddress = fc.oneof(
  fc.array(fc.constantFrom(...PARTS), { maxLength: 6 }).map((parts) => parts.join('')),
  fc.constant('https://a.example'),
  anyText({ maxLength: 20 }),
);
const text = anyText({ maxLength: 20 });
const anyForm: fc.Arbitrary<TokenForm> = fc.record({
  base_url: anyAddress,
  grant: fc.constantFrom(...GRANT_CHOICES),
  other_grant_type: fc.oneof(fc.constantFrom('steam', 'urn:a:b', 'grant type'), text),
  client_id: text,
  client_secret: text,
  username: text,
  password: text,
  token: text,
  refresh_token: text,
});

it('Whatever is typed, a form is sent as it was typed, over a confidential origin, or not at all', () => {
  let sent = 0;
  fc.assert(
    fc.property(anyForm, (form) => {
      const reading = readTokenForm(form);
      expect(reading.ok || Object.keys(reading.problems).length > 0).toBe(true);
      if (!reading.ok) return;
      sent += 1;
      const { api_origin, parameters } = reading.request;
      expect(isConfidentialOrigin(new URL(api_origin))).toBe(true);
      const post = buildFormPost(getTokenEndpoint(api_origin), parameters);
      expect(new URL(post.url).origin).toBe(api_origin);
      // To the server and back.
      expect(Object.fromEntries(new URLSearchParams(post.body.toString()))).toEqual(parameters);
      for (const secret of getRequestSecrets(reading.request)) expect(Object.values(form).join('\n')).toContain(secret);
    }),
    fuzz(400),
  );
  expect(sent).toBeGreaterThan(10);
});

it('Whatever is typed, what goes to disk holds no secret and can be read again', () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const kept = withoutSecrets(form);
      expect(v.parse(TokenFormSchema, kept)).toEqual(kept);
      expect(hasSecrets(kept)).toBe(false);
      expect([...SECRET_PARAMETERS].map((name) => kept[name])).toEqual(['', '', '', '']);
      expect(readBaseUrl(kept.base_url)).toEqual({ ok: true, origin: kept.base_url });
    }),
    fuzz(200),
  );
});
