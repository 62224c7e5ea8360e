import { expect, it } from 'vitest';
import { CLIENT_SECRET, ISSUED_TOKEN, PASSWORD_FORM } from '../testing/examples';
import { mergeContent } from './merge-content';

const kept = { form: PASSWORD_FORM, token: ISSUED_TOKEN };
const newToken = { ...ISSUED_TOKEN, access_token: 'newer' };
const withoutSecrets = { ...PASSWORD_FORM, client_secret: '', password: '' };

it('profiles of which only one side knows stay', () => {
  expect(mergeContent({ a: kept }, { b: { token: newToken } })).toEqual({ a: kept, b: { token: newToken } });
});

it('a login made while the vault was locked is the newer one', () => {
  const newer = { form: { ...PASSWORD_FORM, password: 'changed' }, token: newToken };
  expect(mergeContent({ a: kept }, { a: newer })).toEqual({ a: newer });
});

it.each([
  ['nothing of the profile', {}],
  ['a form without secrets', { form: withoutSecrets }],
  ['a form without secrets for another login', { form: { ...withoutSecrets, username: 'jane' } }],
])('%s takes nothing from what was kept', (_name, newer) => {
  expect(mergeContent({ a: kept }, { a: newer })).toEqual({ a: kept });
});

it('a secret that was typed for the same login leaves the others', () => {
  const form = { ...withoutSecrets, password: 'changed' };
  expect(mergeContent({ a: kept }, { a: { form } })).toEqual({
    a: { form: { ...form, client_secret: CLIENT_SECRET }, token: ISSUED_TOKEN },
  });
});

it('secrets of one login never fill the form of another', () => {
  const form = { ...withoutSecrets, base_url: 'https://sandbox.knetikcloud.com', password: 'changed' };
  expect(mergeContent({ a: kept }, { a: { form } })).toEqual({ a: { form, token: ISSUED_TOKEN } });
});

it('ids that objects have of their own are ids like any other', () => {
  const odd = Object.fromEntries([['__proto__', kept]]);
  expect(mergeContent({}, odd)).toEqual(odd);
  expect(Object.keys(mergeContent(odd, { constructor: kept }))).toEqual(['__proto__', 'constructor']);
});
