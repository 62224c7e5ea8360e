// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { Revocation } from '@/utils/oauth2/token-state';
import { LogOutNotice } from './LogOutNotice';

afterEach(cleanup);

it.each<[Revocation, RegExp]>([
  ['revoked', /^Logged out\. The server has revoked the token\.$/],
  ['unsupported', /^Logged out here.*cannot revoke tokens.*stays valid there until it expires\.$/],
  ['failed', /^Logged out here.*could not be asked.*stays valid there until it expires\.$/],
])('after a logout whose revocation is "%s", the user knows what is left at the server', (revocation, text) => {
  render(<LogOutNotice revocation={revocation} />);
  expect(screen.getByRole('status').textContent).toMatch(text);
});
