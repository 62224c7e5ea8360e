// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TokenFailure } from '@/utils/oauth2/token-failure';
import { FailureNotice } from './FailureNotice';

afterEach(cleanup);

const REFUSED = { code: 'refused', status: 400, grant_type: 'password', error: 'invalid_grant' } as const;

const renderNotice = (failure: TokenFailure): HTMLElement => {
  render(<FailureNotice failure={failure} />);
  return screen.getByRole('alert');
};
const readRows = (notice: HTMLElement): [string | null, string | null][] => {
  const names = within(notice).getAllByRole('term', { hidden: true });
  const values = within(notice).getAllByRole('definition', { hidden: true });
  return names.map((name, index) => [name.textContent, values[index]?.textContent ?? null]);
};

describe('a failure', () => {
  it('is announced: the cause in bold, then what to do', () => {
    const notice = renderNotice(REFUSED);
    expect(notice.querySelector('p')?.textContent).toBe(
      'User name or password is wrong. Check both; capital letters count.',
    );
    expect(notice.querySelector('strong')?.textContent).toBe('User name or password is wrong.');
  });

  it('comes into sight once, and does not move what the user has scrolled to when it is read again', async () => {
    const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView');
    const { rerender } = render(<FailureNotice failure={REFUSED} />);
    await vi.waitFor(() => expect(scrolled).toHaveBeenCalledTimes(1));
    await act(() => rerender(<FailureNotice failure={{ ...REFUSED }} />));
    expect(scrolled).toHaveBeenCalledTimes(1);
  });

  it("has the server's own words and the status behind “Details”", () => {
    const notice = renderNotice({ ...REFUSED, error_description: 'Bad credentials' });
    expect(notice.querySelector('details')?.open).toBe(false);
    expect(readRows(notice)).toEqual([
      ['error', 'invalid_grant'],
      ['error_description', 'Bad credentials'],
      ['HTTP status', '400'],
    ]);
  });

  it('that only the server can explain shows its words at once', () => {
    const notice = renderNotice({ ...REFUSED, error: 'carrier_pigeon_tired' });
    expect(notice.querySelector('details')?.open).toBe(true);
  });

  it('of the type of a token names it', () => {
    expect(readRows(renderNotice({ code: 'unsupported-token-type', token_type: 'mac' }))).toEqual([
      ['token_type', 'mac'],
    ]);
  });

  it('before any answer has no details', () => {
    expect(renderNotice({ code: 'dns' }).textContent).toBe(
      'The server was not found. Check the base URL for a typing error, and whether you need a VPN.',
    );
  });

  it('says that the clock is off', () => {
    const { textContent } = renderNotice({ ...REFUSED, clockAheadMs: 86_400_000 });
    expect(textContent).toContain('differ by 24 hours');
  });

  it("shows the server's words as text, whatever is in them", () => {
    const error_description = '<img src=x onerror=alert(1)>';
    expect(renderNotice({ ...REFUSED, error_description }).textContent).toContain(error_description);
    expect(screen.queryByRole('img', { hidden: true })).toBeNull();
  });
});

describe('the help at a click', () => {
  it.each([
    ['Allow access', { code: 'no-host-permission' }],
    ['Try again', { code: 'timeout' }],
  ] as const)('is “%s” for %o', async (name, failure) => {
    const onRetry = vi.fn<() => void>();
    render(<FailureNotice failure={failure} onRetry={onRetry} />);
    await userEvent.setup().click(screen.getByRole('button', { name }));
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it('is the base URL in a tab where that shows what is wrong', () => {
    render(<FailureNotice failure={{ code: 'certificate' }} origin="https://api.game.example" onRetry={() => {}} />);
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Open the base URL' });
    expect([link.href, link.target]).toEqual(['https://api.game.example/', '_blank']);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is not offered where a click does not help, or there is nothing to ask with', () => {
    render(<FailureNotice failure={REFUSED} onRetry={() => {}} />);
    render(<FailureNotice failure={{ code: 'timeout' }} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
