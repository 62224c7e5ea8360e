// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { IssuedToken } from '@/utils/oauth2/token-response';
import { buildJwt } from '@/utils/testing/build-jwt';
import { ISSUED_TOKEN, RECEIVED_AT_MS } from '@/utils/testing/examples';
import { TokenInspector } from './TokenInspector';

afterEach(cleanup);

async function inspect(part: Partial<IssuedToken> = {}, token: IssuedToken = ISSUED_TOKEN) {
  const { container } = render(<TokenInspector token={{ ...token, ...part }} />);
  const closed = container.textContent;
  await userEvent.setup().click(screen.getByText('Inspect token'));
  await screen.findByText('Kind');
  return { container, closed };
}
const getTerm = (term: string) => screen.queryByText(term)?.closest('dt');
const getDetail = (term: string): string | null | undefined => getTerm(term)?.nextElementSibling?.textContent;
const { scope: _scope, expiresAtMs: _expiresAtMs, refresh_token: _refresh_token, ...bare } = ISSUED_TOKEN;

describe('an opaque token', () => {
  it('is said to be one, and nothing of it is shown', async () => {
    const access_token = '5716a78e-37ae-4f8f-9d13-0b4ad6dd4e31';
    const { container } = await inspect({ access_token });
    expect(getDetail('Kind')).toBe('Opaque: only the server can read it. It has the form of a UUID. Length: 36.');
    for (const part of access_token.split('-')) expect(container.innerHTML).not.toContain(part);
  });

  it('is not said to be a UUID when it is none', async () => {
    await inspect({ access_token: 'x'.repeat(1234) });
    expect(getDetail('Kind')).toBe('Opaque: only the server can read it. Length: 1,234.');
  });
});

describe('what is known of the token', () => {
  it('is what was asked for and what came of it', async () => {
    await inspect({ clockAheadMs: -300_000 });
    const terms = ['Type', 'Scope asked for', 'Scope granted', 'Lifetime', 'Clock', 'Refresh token'];
    expect(terms.map(getDetail)).toEqual([
      'bearer',
      'none, the request names no scope',
      'write read',
      '1h',
      'this computer is 5m behind the server',
      'held by this extension',
    ]);
    expect(getDetail('Received')).toMatch(/^Nov 1, 2026, /);
    expect(getDetail('Expires')).toMatch(/^Nov 1, 2026, /);
  });

  it('is not more than the server said', async () => {
    await inspect({}, bare);
    const terms = ['Scope granted', 'Expires', 'Lifetime', 'Clock', 'Refresh token'];
    expect(terms.map(getDetail)).toEqual([
      'not given',
      'no expiry given',
      undefined,
      'no difference of more than 2 minutes was seen',
      'none, the server gave none',
    ]);
  });
});

describe('a JWT', () => {
  const iat = RECEIVED_AT_MS / 1000 - 90;
  const access_token = buildJwt({ name: 'Jörg – 名前', scope: 'read', iat, nbf: 'soon' });

  it('is in the page only once it is opened, claim by claim', async () => {
    const { closed } = await inspect({ access_token });
    expect(closed).toBe('Inspect token');
    expect(getDetail('Kind')).toBe('JWT. Its signature was not checked.');
    expect([getDetail('alg'), getDetail('name'), getDetail('nbf')]).toEqual(['HS256', 'Jörg – 名前', 'soon']);
  });

  it('tells its times as dates too', async () => {
    await inspect({ access_token });
    const [seconds, date] = getTerm('iat')?.nextElementSibling?.children ?? [];
    expect(seconds?.textContent).toBe(String(iat));
    expect(date?.textContent).toMatch(/^Nov 1, 2026, /);
  });

  it.each([
    [-90, /^Nov 1, 2026, .*, 1m 30s before it was received by this computer’s clock$/],
    [90, /^Nov 1, 2026, .*, 1m 30s after it was received by this computer’s clock$/],
    [-1, /^Nov 1, 2026, [^m]*M$/],
  ])('issued %i seconds off this computer’s clock says so', async (seconds, said) => {
    await inspect({ access_token: buildJwt({ iat: RECEIVED_AT_MS / 1000 + seconds }) });
    expect(getDetail('Issued, by the token')).toMatch(said);
  });

  it.each([
    ['read', 'read'],
    ['read write', undefined],
  ])('whose scope is "%s" shows it where the answer said otherwise', async (scope, shown) => {
    await inspect({ access_token: buildJwt({ scope }) });
    expect([getDetail('Scope granted'), getDetail('Scope in the token')]).toEqual(['write read', shown]);
  });
});
