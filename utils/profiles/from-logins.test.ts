import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { OWN_REACH } from '@/utils/injection/reach';
import { EMPTY_TOKEN_FORM, withoutSecrets } from '@/utils/oauth2/token-form';
import { anyJson } from '../testing/any-json';
import { anyText } from '../testing/any-text';
import { API_ORIGIN, PASSWORD, PASSWORD_FORM } from '../testing/examples';
import { buildFirstProfiles } from './from-logins';
import { buildProfile, ProfileSchema } from './profile';

const OTHER = 'https://acme.knetikcloud.com';
const reach = { ...OWN_REACH, pages: ['http://localhost:3000'], links: true };

function build(rememberedForm?: unknown, reaches?: unknown) {
  let last = 0;
  return buildFirstProfiles({ rememberedForm, reaches }, () => `profile-${(last += 1)}`);
}

describe('the first profiles', () => {
  it('are one with the defaults where nothing was stored', () => {
    const profile = buildProfile('profile-1', { name: 'devsandbox', form: EMPTY_TOKEN_FORM });
    expect(build()).toEqual({ profiles: [profile], damaged: [] });
    expect(build(null, {})).toEqual({ profiles: [profile], damaged: [] });
  });

  it('are the last login with its reach, then one for each other login whose reach was chosen', () => {
    const { profiles } = build(withoutSecrets(PASSWORD_FORM), { [OTHER]: OWN_REACH, [API_ORIGIN]: reach });
    expect(profiles).toEqual([
      buildProfile('profile-1', { name: 'devsandbox', form: withoutSecrets(PASSWORD_FORM), reach }),
      buildProfile('profile-2', { name: 'acme production', form: { ...EMPTY_TOKEN_FORM, base_url: OTHER } }),
    ]);
  });

  it('hold no secret, whatever was stored', () => {
    expect(JSON.stringify(build(PASSWORD_FORM))).not.toContain(PASSWORD);
  });

  it.each([
    ['a form that is none', { base_url: API_ORIGIN }, {}, ['rememberedForm'], 1],
    ['reaches that are none', withoutSecrets(PASSWORD_FORM), 'x', ['reaches'], 1],
    ['a reach that is none, beside a good one', null, { [OTHER]: reach, 'https://a.example': 1 }, ['reaches'], 2],
    ['a reach of a server without https', null, { 'http://a.example': reach, [OTHER]: reach }, ['reaches'], 2],
    ['a reach of no address', null, { 'no address': reach, [OTHER]: reach }, ['reaches'], 2],
    ['both', 1, 1, ['rememberedForm', 'reaches'], 1],
  ])('tell of %s, and are made of the rest', (_case, form, reaches, damaged, count) => {
    const read = build(form, reaches);
    expect([read.damaged, read.profiles.length]).toEqual([damaged, count]);
  });

  it('can be stored whatever was stored before: each is a profile, one at least', () => {
    const origin = fc.oneof(anyText(), fc.constantFrom(API_ORIGIN, OTHER, 'http://a.example', 'https://*', 'null'));
    const someReaches = fc.dictionary(origin, fc.oneof(fc.constant(reach), anyJson));
    fc.assert(
      fc.property(anyJson, fc.oneof(anyJson, someReaches), (form, reaches) => {
        const { profiles } = build(form, reaches);
        expect(profiles.length).toBeGreaterThan(0);
        for (const profile of profiles) expect(v.parse(ProfileSchema, profile)).toEqual(profile);
      }),
    );
  });
});
