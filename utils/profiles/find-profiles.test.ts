import { expect, it } from 'vitest';
import { EMPTY_TOKEN_FORM } from '@/utils/oauth2/token-form';
import { findProfiles } from './find-profiles';
import { buildProfile } from './profile';

const build = (name: string, form: Partial<typeof EMPTY_TOKEN_FORM> = {}) =>
  buildProfile(name, { name, form: { ...EMPTY_TOKEN_FORM, ...form } });

const PROFILES = [
  build('My café', { base_url: 'https://cafe.knetikcloud.com' }),
  build('Acme sandbox', { base_url: 'https://acme.sandbox.knetikcloud.com', username: 'johndoe' }),
  build('Server of Acme', { base_url: 'https://acme.knetikcloud.com', client_id: 's6BhdRkqt3' }),
];
const find = (query: string): string[] => findProfiles(PROFILES, query).map(({ name }) => name);

it.each([
  ['a word of the name', 'sandbox', ['Acme sandbox']],
  ['a part of the address', 'acme.knetik', ['Server of Acme']],
  ['the user', 'JohnDoe', ['Acme sandbox']],
  ['the client', 's6bhd', ['Server of Acme']],
  ['an accent that was left out', 'cafe', ['My café']],
  ['an accent that was typed', 'CAFÉ', ['My café']],
  ['several words in any order', 'acme  server', ['Server of Acme']],
  ['words of which one is nowhere', 'acme nowhere', []],
])('finds by %s', (_case, query, names) => {
  expect(find(query)).toEqual(names);
});

it('puts those first whose name begins with it, and leaves the order as it is otherwise', () => {
  expect(find('acme')).toEqual(['Acme sandbox', 'Server of Acme']);
  expect(find('server')).toEqual(['Server of Acme']);
  expect(find('my knetikcloud')).toEqual(['My café']);
  expect(findProfiles(PROFILES.toReversed(), 'acme').map(({ name }) => name)).toEqual([
    'Acme sandbox',
    'Server of Acme',
  ]);
  expect(find('knetikcloud')).toEqual(['My café', 'Acme sandbox', 'Server of Acme']);
});

it.each(['', '  '])('shows all for %j', (query) => {
  expect(findProfiles(PROFILES, query)).toEqual(PROFILES);
});
