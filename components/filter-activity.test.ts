import { expect, it } from 'vitest';
import { filterActivity, type Searched } from './filter-activity';

const me: Searched = {
  method: 'GET',
  origin: 'https://api.example',
  path: '/users/me',
  page: 'http://localhost:3000',
  verdict: 'sent',
  profile: 'Server client',
  status: 200,
};
const other: Searched = { ...me, method: 'POST', path: '/store', verdict: 'own-header', profile: 'Admin', status: 503 };

it.each<[string, string, Searched[]]>([
  ['nothing', '  ', [me, other]],
  ['a part of the path', 'users', [me]],
  ['an address in one piece', 'https://api.example/store', [other]],
  ['the page', 'localhost:3000', [me, other]],
  ['a status', '503', [other]],
  ['a profile, whatever its capitals', 'SERVER', [me]],
  ['a method', 'post', [other]],
  ['words that are in different places', 'get 200 client', [me]],
  ['words of which one is nowhere', 'get 503', []],
])('entries are found by %s', (_case, text, found) => {
  expect(filterActivity([me, other], { text, isOnlyWithout: false })).toEqual(found);
});

it('only those without the token are found on demand', () => {
  expect(filterActivity([me, other], { text: '', isOnlyWithout: true })).toEqual([other]);
});
