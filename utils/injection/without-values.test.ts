import { expect, it } from 'vitest';
import { withoutValues } from './explain-request';

it.each([
  ['base64, which ends like a name without a value', '/me?A3ddj3w=', '/me?…'],
  ['base64 with two signs', '/me?A3ddj3w==&a=b', '/me?…&a=…'],
  ['a value after two signs', '/me?a==A3ddj3w', '/me?…'],
  ['a value before a semicolon', '/me?A3ddj3w;a=b', '/me?…'],
  ['a parameter of the path', '/me;jsessionid=A3ddj3w/x;a=b;A3ddj3w?c=d', '/me;jsessionid=…/x;a=…;…?c=…'],
])('an address is shown without %s', (_case, address, shown) => {
  expect(withoutValues(new URL(address, 'https://a.example'))).toBe(shown);
});
