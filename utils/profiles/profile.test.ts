import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { MAX_ORIGINS, OWN_REACH, type Reach } from '@/utils/injection/reach';
import { EMPTY_TOKEN_FORM, withoutSecrets } from '@/utils/oauth2/token-form';
import { API_ORIGIN, CLIENT_SECRET, PASSWORD, PASSWORD_FORM } from '../testing/examples';
import { buildProfile, getLoginOrigin, getReachOf, type Profile, ProfileSchema, withForm } from './profile';

const OTHER = 'https://api.example';
const reach: Reach = { ...OWN_REACH, pages: ['http://localhost:3000'] };
const otherReach: Reach = { ...OWN_REACH, apis: ['https://media.example'] };
const at = (base_url: string) => ({ ...EMPTY_TOKEN_FORM, base_url });
const profile = buildProfile('p', { form: at(API_ORIGIN), reach });

describe('what may be stored as a profile', () => {
  it('is one with the defaults, as it is', () => {
    expect(v.parse(ProfileSchema, buildProfile('p'))).toEqual(buildProfile('p'));
  });

  it('never has a secret in it, nor an address with one', () => {
    const form = { ...PASSWORD_FORM, base_url: `${API_ORIGIN}/#access_token=x`, token: 't', refresh_token: 'r' };
    const read = v.parse(ProfileSchema, { ...profile, form });
    expect(read.form).toEqual(withoutSecrets(form));
    for (const secret of [CLIENT_SECRET, PASSWORD, 'access_token']) expect(JSON.stringify(read)).not.toContain(secret);
  });

  it.each<[string, object]>([
    ['without a name', { name: '  ' }],
    ['with a name that is too long', { name: 'n'.repeat(81) }],
    ['with an unknown colour', { colour: 'pink' }],
    ['with an id that is no word', { id: '../p' }],
    ['without an id', { id: '' }],
    ['with a form that lacks a field', { form: { base_url: API_ORIGIN } }],
    ['with a page over plain http', { reach: { ...reach, pages: ['http://app.example'] } }],
    ['with a page that has a path', { reach: { ...reach, pages: ['https://app.example/'] } }],
    ['with an API that is a pattern', { reach: { ...reach, apis: ['https://*'] } }],
    ['with an opt-in that is no yes or no', { reach: { ...reach, everything: 'true' } }],
    [
      'with too many pages',
      { reach: { ...reach, pages: Array.from({ length: MAX_ORIGINS + 1 }, (_, n) => `https://a${n}.example`) } },
    ],
    ['with the reach of another origin that is none', { otherReaches: { [OTHER]: { pages: [] } } }],
    ['removed at no time', { removedAtMs: 'yesterday' }],
  ])('is none %s', (_case, part) => {
    expect(v.is(ProfileSchema, { ...profile, ...part })).toBe(false);
  });
});

describe('the origin of the login', () => {
  it.each([
    [`${API_ORIGIN}/jsapi?a#b`, API_ORIGIN],
    ['localhost:8080', 'http://localhost:8080'],
    ['http://api.example', undefined],
    ['', undefined],
  ])('of %j is %s', (base_url, origin) => {
    expect(getLoginOrigin({ form: at(base_url) })).toBe(origin);
  });
});

describe('a profile whose login is changed', () => {
  it('keeps its reach at the same origin, and no secret', () => {
    expect(withForm(profile, PASSWORD_FORM)).toEqual({ ...profile, form: withoutSecrets(PASSWORD_FORM) });
  });

  it('has only the own reach at another origin, so that no token goes where the other server’s was to go', () => {
    const moved = withForm(profile, at(OTHER));
    expect(moved).toEqual({ ...profile, form: at(OTHER), reach: OWN_REACH, otherReaches: { [API_ORIGIN]: reach } });
  });

  it('has the reach of an origin again when it comes back to it', () => {
    const moved: Profile = { ...withForm(profile, at(OTHER)), reach: otherReach };
    const back = withForm(moved, at(API_ORIGIN));
    expect(back.reach).toEqual(reach);
    expect(withForm(back, at(OTHER)).reach).toEqual(otherReach);
  });

  it('has no reach of an origin that only sounds like one of every object', () => {
    const others = Object.create({ [OTHER]: otherReach }) as Record<string, Reach>;
    expect(withForm({ ...profile, otherReaches: others }, at(OTHER)).reach).toEqual(OWN_REACH);
  });
});

describe('a token', () => {
  it('goes where the profile says when it was issued where the profile logs in', () => {
    expect(getReachOf(profile, API_ORIGIN)).toEqual(reach);
  });

  it('goes nowhere else when it was issued by another server', () => {
    expect(getReachOf(profile, OTHER)).toEqual(OWN_REACH);
    expect(getReachOf({ ...profile, otherReaches: { [OTHER]: otherReach } }, OTHER)).toEqual(OWN_REACH);
  });
});
