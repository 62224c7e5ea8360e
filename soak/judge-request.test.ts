// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { API, FOREIGN, SIBLING } from '../e2e/support/hosts.ts';
import type { LoggedRequest } from '../sandbox/logged-request.ts';
import { findPlayer } from './cast.ts';
import { buildSoakQuery, judgeRequest } from './judge-request.ts';
import { Ledger } from './ledger.ts';
import { FIRST_WORLD, Timeline } from './world.ts';

const ledger = new Ledger();
for (const name of ['rotating', 'contesting']) {
  const { client_id, username } = findPlayer(name).form;
  const form = new URLSearchParams({ grant_type: 'password', client_id, username });
  ledger.record(form, { access_token: `token-of-${name}` });
}

/** `rotating` is logged in from 100 to 200. */
function buildTimeline(): Timeline {
  const timeline = new Timeline(FIRST_WORLD, 0);
  timeline.begin({ ...FIRST_WORLD, loggedIn: new Set(['rotating']) }, 100);
  timeline.end(110);
  timeline.begin(FIRST_WORLD, 200);
  timeline.end(210);
  return timeline;
}

function judge(part: Partial<LoggedRequest> & { page?: string; at?: number; token?: string; isAgain?: boolean }) {
  const { page = API, at = 150, token = 'token-of-rotating', isAgain = false, ...rest } = part;
  const request: LoggedRequest = {
    method: 'GET',
    host: new URL(API).host,
    path: `/me${buildSoakQuery(page, at)}`,
    headers: token === '' ? {} : { authorization: `Bearer ${token}` },
    body: '',
    atMs: at + 5,
    ...rest,
  };
  return judgeRequest(request, { ledger, timeline: buildTimeline(), isAgain });
}

it('lets the token in force pass, and says whose it is', () => {
  expect(judge({})).toEqual({ carried: 'rotating' });
});

it('lets a request without a token pass, everywhere', () => {
  expect(judge({ token: '', host: new URL(FOREIGN).host })).toEqual({});
});

describe('takes amiss', () => {
  it.each([
    ['another login’s token', { token: 'token-of-contesting' }],
    ['a token that nobody was given', { token: 'made-up' }],
    ['another origin', { host: new URL(FOREIGN).host }],
    ['another customer’s API', { host: new URL(SIBLING).host }],
    ['a page of strangers', { page: FOREIGN }],
    ['a request before the login', { at: 50 }],
    ['a request after the logout', { at: 211 }],
    ['a request that was sent again after the logout', { isAgain: true, at: 150, atMs: 4000 }],
    ['a request of no page', { path: '/me' }],
    ['a token in the path', { token: '', path: '/me?token-of-rotating' }],
    ['a token in another header', { token: '', headers: { cookie: 'token-of-rotating' } }],
    ['a token in a body', { token: '', method: 'POST', body: 'token-of-rotating' }],
  ])('%s', (_name, part) => {
    expect(judge(part).violation).toBeDefined();
  });
});

it('allows both while a change is under way', () => {
  expect(judge({ at: 205 })).toEqual({ carried: 'rotating' });
  expect(judge({ at: 205, token: '' })).toEqual({});
});

it('does not mind the token in a request for tokens', () => {
  expect(judge({ token: '', method: 'POST', path: '/oauth/revoke', body: 'token=token-of-rotating' })).toEqual({});
});
