// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { findPlayer, players, TYPED_NAME } from './cast.ts';
import { findStuck } from './find-stuck.ts';
import type { Stored } from './stored.ts';
import { FIRST_WORLD, type World } from './world.ts';

const ids = new Map(players.map(({ name }) => [name, `id-of-${name}`]));
const world: World = { ...FIRST_WORLD, loggedIn: new Set(['rotating', TYPED_NAME]) };
const TYPED = { ...findPlayer(TYPED_NAME).form, refresh_token: 'tGzv3JOkF0XG5Qx2TlKWIA' };

const buildToken = (part: object = {}): Stored['tokens'][string] => ({
  access_token: '2YotnFZFEjr1zCsicMWpAA',
  token_type: 'bearer',
  api_origin: 'https://devsandbox.knetikcloud.com',
  grant_type: 'password',
  client_id: 'rotates-often',
  issuedAtMs: 0,
  expiresAtMs: 5000,
  refresh_token: 'any',
  login: findPlayer('rotating').form,
  ...part,
});

function find(part: Partial<Stored> = {}, token: object = {}): string[] {
  const stored: Stored = {
    tokens: {
      'id-of-rotating': buildToken(token),
      'id-of-typed': buildToken({ refresh_token: TYPED.refresh_token, login: TYPED }),
    },
    journals: [],
    alarms: ['look', 'renew:id-of-rotating', 'renew:id-of-typed'],
    profiles: Object.fromEntries(
      players.map(({ name, form }) => [
        `id-of-${name}`,
        {
          id: `id-of-${name}`,
          name,
          colour: 'blue' as const,
          isProduction: false,
          form: { ...form, password: '' },
          reach: { pages: [], apis: [], links: false, everything: false },
        },
      ]),
    ),
    localBytes: 0,
    sessionBytes: 0,
    lastRequests: 0,
    ...part,
  };
  return findStuck(stored, { world, ids, typedRefreshToken: TYPED.refresh_token, nowMs: 1000 });
}

it('finds nothing where all is well', () => {
  expect(find()).toEqual([]);
});

describe('finds', () => {
  it.each([
    ['an alarm that is left out', { alarms: ['look', 'renew:id-of-typed'] }, {}, 'the alarms are'],
    ['an alarm too many', { alarms: ['bury', 'look', 'renew:id-of-rotating', 'renew:id-of-typed'] }, {}, 'bury'],
    ['a request under way', { journals: ['id-of-rotating'] }, {}, 'a request is under way: rotating'],
    ['a token that is over', {}, { expiresAtMs: 999 }, 'the token of rotating is over'],
    ['a lost refresh token', {}, { refresh_token: undefined }, 'the refresh token of rotating is gone'],
    ['a login that was not kept', {}, { login: { ...TYPED } }, 'the login of rotating is not kept'],
    ['trouble', {}, { renewal: { failure: { code: 'timeout' }, attempts: 2 } }, 'rotating has trouble: timeout'],
    ['lost logins', { tokens: {} }, {}, 'the login of rotating is gone'],
    ['a login that was ended', { tokens: { 'id-of-apart': buildToken() } }, {}, 'apart is logged in still'],
    ['lost profiles', { profiles: {} }, {}, 'the profile of rotating is not as it was saved'],
  ])('%s', (_name, part, token, problem) => {
    expect(find(part, token).join('\n')).toContain(problem);
  });
});
