// @vitest-environment node
import { expect, it } from 'vitest';
import { Ledger } from './ledger.ts';

const PASSWORD = new URLSearchParams({ grant_type: 'password', client_id: 'knetik', username: 'ada' });
const ISSUED = { access_token: '2YotnFZFEjr1zCsicMWpAA', refresh_token: 'tGzv3JOkF0XG5Qx2TlKWIA' };
const REFRESH = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: ISSUED.refresh_token });

function logIn(): Ledger {
  const ledger = new Ledger();
  ledger.record(PASSWORD, ISSUED);
  return ledger;
}

it('knows whose token it is, also after a refresh, which names nobody', () => {
  const ledger = logIn();
  ledger.record(REFRESH, { access_token: 'next' });
  expect([ledger.getOwner(ISSUED.access_token), ledger.getOwner('next')]).toEqual(['knetik ada', 'knetik ada']);
  expect(ledger.getOwner('of nobody')).toBeUndefined();
  expect(ledger.renewals).toBe(1);
});

it('takes the password amiss as long as the refresh token was not refused', () => {
  const ledger = logIn();
  expect(ledger.mayAsk(PASSWORD)).toBe(false);
  ledger.record(REFRESH, { error: 'server_error' });
  expect(ledger.mayAsk(PASSWORD)).toBe(false);
  ledger.record(REFRESH, { error: 'invalid_grant' });
  expect(ledger.mayAsk(PASSWORD)).toBe(true);
});

it('takes it amiss again after the next login or refresh', () => {
  const ledger = logIn();
  ledger.record(REFRESH, { error: 'invalid_grant' });
  ledger.forgive('knetik ada');
  expect(ledger.mayAsk(PASSWORD)).toBe(false);
  ledger.record(REFRESH, { error: 'invalid_grant' });
  ledger.record(REFRESH, { access_token: 'next' });
  expect(ledger.mayAsk(PASSWORD)).toBe(false);
});

it('does not mind a client that asks for itself, or a refresh', () => {
  const ledger = logIn();
  expect(ledger.mayAsk(new URLSearchParams({ grant_type: 'client_credentials', client_id: 'x' }))).toBe(true);
  expect(ledger.mayAsk(REFRESH)).toBe(true);
});
