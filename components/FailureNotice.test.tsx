// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { TokenFailure } from '@/utils/oauth2/token-failure';
import { FailureNotice } from './FailureNotice';

afterEach(cleanup);

const readNotice = (failure: TokenFailure): string => {
  render(<FailureNotice failure={failure} />);
  return screen.getByRole('alert').textContent ?? '';
};

it("a refusal is announced with what to do and the server's own words", () => {
  const failure: TokenFailure = {
    code: 'refused',
    status: 400,
    grant_type: 'password',
    error: 'invalid_grant',
    error_description: 'Bad credentials',
  };
  const text = readNotice(failure);
  expect(text).toContain('User name or password is wrong. Check both; capital letters count.');
  expect(text).toContain('Server: invalid_grant “Bad credentials”');
});

it('a refusal without a description shows its error alone', () => {
  expect(readNotice({ code: 'refused', status: 400, grant_type: 'password', error: 'invalid_scope' })).toMatch(
    /Server: invalid_scope$/,
  );
});

it('an answer that is no refusal shows its status', () => {
  expect(readNotice({ code: 'server-error', status: 503 })).toMatch(/HTTP status 503$/);
});

it('a failure before any answer shows neither', () => {
  expect(readNotice({ code: 'dns' })).toBe(
    'The server was not found. Check the base URL for a typing error, and whether you need a VPN.',
  );
});

it("the server's words are shown as text, whatever is in them", () => {
  const error_description = '<img src=x onerror=alert(1)>';
  expect(readNotice({ code: 'refused', status: 400, grant_type: 'password', error: 'x', error_description })).toContain(
    error_description,
  );
  expect(screen.queryByRole('img')).toBeNull();
});
