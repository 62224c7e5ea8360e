// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IssuedToken } from '@/utils/oauth2/token-response';
import { ACCESS_TOKEN, ISSUED_TOKEN, RECEIVED_AT_MS } from '@/utils/testing/examples';
import { installNotifications } from '@/utils/testing/fake-apis';
import { TokenCard } from './TokenCard';

beforeEach(() => {
  installNotifications();
});
afterEach(cleanup);

function renderCard(part: Partial<IssuedToken> = {}, isRequesting = false) {
  const asked: string[] = [];
  const ask = (what: string) => () => void asked.push(what);
  const token = { ...ISSUED_TOKEN, ...part };
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
    />,
  );
  return { asked, container };
}
const getDetail = (term: string): string | null | undefined => screen.getByText(term).nextElementSibling?.textContent;
const { username: _username, scope: _scope, ...nameless } = ISSUED_TOKEN;
const { expiresAtMs: _expiresAtMs, ...endless } = ISSUED_TOKEN;

describe('the card', () => {
  it('says whose the token is, where it counts, and what it may do', () => {
    renderCard();
    expect(screen.getByRole('heading', { name: 'johndoe' })).toBeTruthy();
    expect(screen.getByText('devsandbox.knetikcloud.com')).toBeTruthy();
    const details = ['Client', 'Grant', 'Scope', 'Type'].map(getDetail);
    expect(details).toEqual(['s6BhdRkqt3', 'password', 'write read', 'bearer']);
  });

  it("goes by the client's name for a token of the client itself, and may have no scope", () => {
    cleanup();
    render(
      <TokenCard
        token={nameless}
        isRequesting={false}
        isRenewing={false}
        onRequestAgain={fail}
        onRenew={fail}
        onChangeLogin={fail}
        onCancel={fail}
        onLogOut={fail}
      />,
    );
    expect(screen.getByRole('heading', { name: 's6BhdRkqt3' })).toBeTruthy();
    expect(getDetail('Scope')).toBe('not given');
  });

  it.each([
    ['the end of a long token', ACCESS_TOKEN, '••••••••WpAA'],
    ['nothing of a short one', 'short-token', '••••••••'],
  ])('shows %s', (_case, access_token, shown) => {
    const { container } = renderCard({ access_token });
    expect(screen.getByLabelText('Access token, masked').textContent).toBe(shown);
    expect(container.innerHTML).not.toContain(access_token);
  });

  it.each([
    [false, ['Copy access token', 'Get a new token', 'Change…', 'Log out'], ['again', 'change', 'log out']],
    [true, ['Copy access token', 'Getting a token…', 'Cancel', 'Log out'], ['cancel', 'log out']],
  ])('offers what can be done, with a request under way: %s', async (isRequesting, names, asked) => {
    const card = renderCard({}, isRequesting);
    const buttons = screen.getAllByRole('button');
    expect(buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent)).toEqual(names);
    for (const button of buttons.slice(1)) await userEvent.click(button);
    expect(card.asked).toEqual(asked);
  });
});

describe('the time left', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: RECEIVED_AT_MS });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

  it('counts down, until the token is expired', async () => {
    renderCard({ expiresAtMs: RECEIVED_AT_MS + 61_000 });
    expect(screen.getByRole('timer').textContent).toBe('expires in 1m 1s');
    await pass(2000);
    expect(screen.getByRole('timer').textContent).toBe('expires in 59s');
    await pass(59_000);
    expect(screen.queryByRole('timer')).toBeNull();
    expect(screen.getByText('expired')).toBeTruthy();
  });

  it('is not known where the server said nothing of it', () => {
    render(
      <TokenCard
        token={endless}
        isRequesting={false}
        isRenewing={false}
        onRequestAgain={fail}
        onRenew={fail}
        onChangeLogin={fail}
        onCancel={fail}
        onLogOut={fail}
      />,
    );
    expect(screen.getByText('no expiry given')).toBeTruthy();
  });
});

describe('copying the token', () => {
  const getCopyButton = () => screen.getByRole('button', { name: 'Copy access token' });

  it('puts the whole of it on the clipboard, and says so', async () => {
    const user = userEvent.setup();
    renderCard();
    await user.click(getCopyButton());
    expect(await navigator.clipboard.readText()).toBe(ACCESS_TOKEN);
    expect((await screen.findByRole('status')).textContent).toBe('Copied');
  });

  it('says when the browser did not let it, and forgets that after two seconds', async () => {
    vi.useFakeTimers();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('Denied', 'NotAllowedError'));
    renderCard();
    await act(async () => void fireEvent.click(getCopyButton()));
    expect([getCopyButton().textContent, screen.getByRole('status').textContent]).toEqual(['Not copied', 'Not copied']);
    await act(() => void vi.advanceTimersByTime(2000));
    expect([getCopyButton().textContent, screen.getByRole('status').textContent]).toEqual(['Copy', '']);
    vi.useRealTimers();
  });
});

function fail(): never {
  return expect.unreachable('nothing was pressed');
}
