// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IssuedToken } from '@/utils/oauth2/token-response';
import { ACCESS_TOKEN, ISSUED_TOKEN } from '@/utils/testing/examples';
import { installNotifications } from '@/utils/testing/fake-apis';
import { TokenCard } from './TokenCard';

beforeEach(() => {
  installNotifications();
});
afterEach(cleanup);

function renderCard(token: IssuedToken = ISSUED_TOKEN, isRequesting = false) {
  const asked: string[] = [];
  const ask = (what: string) => () => void asked.push(what);
  const { container } = render(
    <TokenCard
      token={token}
      isRequesting={isRequesting}
      isRenewing={false}
      onRequestAgain={ask('again')}
      onRenew={ask('renew')}
      onChangeLogin={ask('change')}
      onCancel={ask('cancel')}
      onLogOut={ask('log out')}
      onAskWhoAmI={async () => {
        asked.push('who am I');
        return { me: { ok: false, code: 'rejected', status: 401 }, user: { ok: false, code: 'offline' } };
      }}
    />,
  );
  return { asked, container };
}
const getDetail = (term: string): string | null | undefined => screen.getByText(term).nextElementSibling?.textContent;
const { refresh_token: _refresh_token, ...withoutRefresh } = ISSUED_TOKEN;
const { username: _username, scope: _scope, ...nameless } = ISSUED_TOKEN;

describe('the card', () => {
  it('says whose the token is, where it counts, and what it may do', () => {
    renderCard();
    expect(screen.getByRole('heading', { name: 'johndoe' })).toBeTruthy();
    expect(screen.getByText('devsandbox.knetikcloud.com')).toBeTruthy();
    const details = ['Client', 'Grant', 'Scope'].map(getDetail);
    expect(details).toEqual(['s6BhdRkqt3', 'password', 'write read']);
  });

  it("goes by the client's name for a token of the client itself, and may have no scope", () => {
    renderCard(nameless);
    expect(screen.getByRole('heading', { name: 's6BhdRkqt3' })).toBeTruthy();
    expect(getDetail('Scope')).toBe('not given');
  });

  it.each([
    ['the end of a long token', ACCESS_TOKEN, '••••••••WpAA'],
    ['nothing of a short one', 'short-token', '••••••••'],
  ])('shows %s', (_case, access_token, shown) => {
    const { container } = renderCard({ ...ISSUED_TOKEN, access_token });
    expect(screen.getByLabelText('Access token, masked').textContent).toBe(shown);
    expect(container.innerHTML).not.toContain(access_token);
  });

  it.each([
    [
      false,
      ['Copy access token', 'Copy as…', 'Who am I?', 'Get a new token', 'Change…', 'Log out'],
      ['who am I', 'again', 'change', 'log out'],
    ],
    [
      true,
      ['Copy access token', 'Copy as…', 'Who am I?', 'Getting a token…', 'Cancel', 'Log out'],
      ['who am I', 'cancel', 'log out'],
    ],
  ])('offers what can be done, with a request under way: %s', async (isRequesting, names, asked) => {
    const card = renderCard(ISSUED_TOKEN, isRequesting);
    const buttons = screen.getAllByRole('button');
    expect(buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent)).toEqual(names);
    for (const button of buttons.slice(2)) await userEvent.click(button);
    expect(card.asked).toEqual(asked);
  });
});

describe('a token that the server does not know any more', () => {
  it.each([
    ['is renewed where something is held to do that with', ISSUED_TOKEN, 'renew'],
    ['is asked for again where nothing is held', withoutRefresh, 'again'],
  ])('%s', async (_case, token, done) => {
    const user = userEvent.setup();
    const { asked } = renderCard(token);
    await user.click(screen.getByRole('button', { name: 'Who am I?' }));
    await user.click(await screen.findByRole('button', { name: 'Renew the token' }));
    expect(asked).toEqual(['who am I', done]);
  });
});

describe('copying the token', () => {
  const getSaid = () => getCopyButton().nextElementSibling?.textContent;
  const getCopyButton = () => screen.getByRole('button', { name: 'Copy access token' });

  it('puts the whole of it on the clipboard, and says so', async () => {
    const user = userEvent.setup();
    renderCard();
    await user.click(getCopyButton());
    expect(await navigator.clipboard.readText()).toBe(ACCESS_TOKEN);
    expect((await screen.findByText('Copied', { selector: '[role="status"]' })).textContent).toBe('Copied');
  });

  it('says when the browser did not let it, and forgets that after two seconds', async () => {
    vi.useFakeTimers();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('Denied', 'NotAllowedError'));
    renderCard();
    await act(async () => void fireEvent.click(getCopyButton()));
    expect([getCopyButton().textContent, getSaid()]).toEqual(['Not copied', 'Not copied']);
    await act(() => void vi.advanceTimersByTime(2000));
    expect([getCopyButton().textContent, getSaid()]).toEqual(['Copy', '']);
    vi.useRealTimers();
  });
});
