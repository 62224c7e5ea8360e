// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { ApiFailureCode, WhoAmI } from '@/utils/oauth2/who-am-i';
import { WhoAmIView } from './WhoAmIView';

afterEach(cleanup);

const ADA: WhoAmI = {
  me: { ok: true, value: { client_id: 'knetik', user_id: '1', roles: ['ROLE_USER', 'ROLE_ADMIN'] } },
  user: { ok: true, value: { id: '1', username: 'ada', display_name: 'Ada Lovelace' } },
};
const ASK = { name: 'Who am I?' };

async function ask(onAsk: () => Promise<WhoAmI | null>) {
  const user = userEvent.setup();
  const asked: string[] = [];
  const show = (issuedAtMs: number) => (
    <WhoAmIView
      issuedAtMs={issuedAtMs}
      onAsk={() => {
        asked.push('who am I');
        return onAsk();
      }}
      onRenew={() => void asked.push('renew')}
    />
  );
  const view = render(show(1));
  await user.click(screen.getByRole('button', ASK));
  return { user, asked, showAnotherToken: () => view.rerender(show(2)) };
}
const getDetail = (term: string): string | null | undefined =>
  screen.queryByText(term)?.nextElementSibling?.textContent;
const listButtons = () => screen.getAllByRole('button').map(({ textContent }) => textContent);

describe('who the token stands for', () => {
  it('is not asked before the user wants to know', () => {
    render(<WhoAmIView issuedAtMs={1} onAsk={() => expect.unreachable()} onRenew={() => {}} />);
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('is shown as the server tells it', async () => {
    await ask(async () => ADA);
    await screen.findByText('Roles');
    const terms = ['Client', 'User', 'User ID', 'Roles'];
    expect(terms.map(getDetail)).toEqual(['knetik', 'Ada Lovelaceada', '1', 'ROLE_USERROLE_ADMIN']);
    expect(screen.getByRole('status').textContent).toContain('Ada Lovelace');
    expect(listButtons()).toEqual(['Who am I?']);
  });

  it('may be a client without user and roles', async () => {
    const me: WhoAmI['me'] = { ok: true, value: { client_id: 'knetik', roles: [] } };
    await ask(async () => ({ me, user: { ok: false, code: 'not-found', status: 404 } }));
    expect(['Client', 'User', 'User ID', 'Roles'].map(getDetail)).toEqual([
      'knetik',
      'The server names no user. A token of a client alone has none.GET /users/me HTTP status 404',
      undefined,
      'none',
    ]);
  });

  it('is asked once at a time, and the button keeps the focus', async () => {
    const { user, asked } = await ask(() => new Promise(() => {}));
    const button = screen.getByRole('button', { name: 'Asking the server…' });
    await user.click(button);
    expect([asked, document.activeElement]).toEqual([['who am I'], button]);
  });

  it('is forgotten when there is another token', async () => {
    const { showAnotherToken } = await ask(async () => ADA);
    showAnotherToken();
    expect(await screen.findByRole('button', ASK)).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('is not shown when it comes after another token', async () => {
    const { promise, resolve } = Promise.withResolvers<WhoAmI>();
    const { showAnotherToken } = await ask(() => promise);
    showAnotherToken();
    resolve(ADA);
    expect(await screen.findByRole('button', ASK)).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('');
  });
});

describe('an answer that does not tell', () => {
  it.each<[ApiFailureCode, number | undefined, string]>([
    ['rejected', 401, 'The server does not know this token any more.GET /me HTTP status 401'],
    ['forbidden', 403, 'The server does not let this token ask that.GET /me HTTP status 403'],
    ['not-found', 404, 'This server does not have this call.GET /me HTTP status 404'],
    ['not-json', 200, 'The server answered with something else than JSON, such as a web page.GET /me HTTP status 200'],
    ['malformed', 200, 'The server’s answer does not say who it is.GET /me HTTP status 200'],
    ['server-error', 500, 'The server had an internal problem.GET /me HTTP status 500'],
    ['too-large', undefined, 'The answer was too large to be read.GET /me '],
    ['offline', undefined, 'This computer is offline.GET /me '],
    ['timeout', undefined, 'The server did not answer within 15 seconds.GET /me '],
  ])('says so and why: %s', async (code, status, said) => {
    await ask(async () => ({ ...ADA, me: { ok: false, code, ...(status !== undefined && { status }) } }));
    expect([getDetail('Client'), getDetail('User'), getDetail('Roles')]).toEqual([said, 'Ada Lovelaceada', undefined]);
  });

  it('because the token is dead offers to renew it, with the focus on what stays', async () => {
    const { user, asked } = await ask(async () => ({ ...ADA, user: { ok: false, code: 'rejected', status: 401 } }));
    await user.click(screen.getByRole('button', { name: 'Renew the token' }));
    expect([asked, document.activeElement?.textContent]).toEqual([['who am I', 'renew'], 'Who am I?']);
  });

  it('because the background is silent says what to do', async () => {
    await ask(() => Promise.reject(new Error('No response')));
    expect(screen.getByRole('status').textContent).toMatch(/^The extension did not answer\./);
  });

  it('because there is no token any more is none', async () => {
    await ask(async () => null);
    expect([screen.getByRole('status').textContent, listButtons()]).toEqual(['', ['Who am I?']]);
  });
});
