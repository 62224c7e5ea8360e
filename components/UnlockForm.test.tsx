// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { VaultOutcome } from '@/utils/messages/vault-outcome';
import { findButton, getButton, installBackground } from './testing/open-popup';
import { UnlockForm } from './UnlockForm';

let background: ReturnType<typeof installBackground>;
beforeEach(() => {
  fakeBrowser.reset();
  background = installBackground();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const getField = () => screen.getByLabelText<HTMLInputElement>('Passphrase');
/** Types the passphrase into the form and sends it; the background answers this. */
async function tryPassphrase(outcome: VaultOutcome) {
  background.answer = () => Promise.resolve(outcome);
  const user = userEvent.setup();
  render(<UnlockForm />);
  await user.type(getField(), 'open sesame');
  await user.click(getButton('Unlock'));
  await findButton('Unlock');
  return user;
}
const getProblem = () => document.getElementById(getField().getAttribute('aria-describedby') ?? '')?.textContent;

describe('the form that unlocks the vault', () => {
  it('is ready to type in, and asks for nothing before something was typed', async () => {
    const user = userEvent.setup();
    render(<UnlockForm />);
    await vi.waitFor(() => expect(document.activeElement).toBe(getField()));
    expect(getButton('Unlock')).toHaveProperty('disabled', true);
    await user.keyboard('{Enter}');
    expect(background.asked).toEqual([]);
  });

  it('asks the background with the passphrase, and forgets it when that was right', async () => {
    await tryPassphrase({ ok: true });
    expect(background.asked).toEqual([['unlockVault', { passphrase: 'open sesame', source: 'vault' }]]);
    await vi.waitFor(() => expect(getField().value).toBe(''));
  });

  it('cannot be sent twice while it is being tried', async () => {
    const { promise, resolve } = Promise.withResolvers<VaultOutcome>();
    background.answer = () => promise;
    const user = userEvent.setup();
    render(<UnlockForm />);
    await user.type(getField(), 'open sesame{Enter}');
    expect(await findButton('Unlocking…')).toHaveProperty('disabled', true);
    await user.keyboard('{Enter}');
    resolve({ ok: true });
    await findButton('Unlock');
    expect(background.asked).toHaveLength(1);
  });

  it('says that the passphrase is wrong, keeps what was typed, and puts the user back into the field', async () => {
    await tryPassphrase({ ok: false, code: 'wrong-passphrase', retryAtMs: 0 });
    await vi.waitFor(() => expect(getProblem()).toBe('This is not the passphrase.'));
    expect([getField().value, getField().getAttribute('aria-invalid')]).toEqual(['open sesame', 'true']);
    await vi.waitFor(() => expect(document.activeElement).toBe(getField()));
  });

  it('can be sent again at once where there is nothing to wait for, also between two ticks of the clock', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    background.answer = () => Promise.resolve();
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    render(<UnlockForm />);
    await user.type(getField(), 'open sesame');
    // Half a second after the last tick.
    vi.advanceTimersByTime(500);
    background.answer = () => Promise.resolve({ ok: false, code: 'wrong-passphrase', retryAtMs: Date.now() });
    await user.keyboard('{Enter}');
    await vi.waitFor(() => expect(getProblem()).toContain('This is not the passphrase.'));
    await user.keyboard('{Enter}');
    await vi.waitFor(() => expect(background.asked).toHaveLength(2));
  });

  it('counts down the wait after several wrong ones, and asks nothing before it is over', async () => {
    const user = await tryPassphrase({ ok: false, code: 'wrong-passphrase', retryAtMs: Date.now() + 60_000 });
    await vi.waitFor(() => expect(getProblem()).toMatch(/you have to wait: (1m|59s)/));
    await user.type(getField(), '{Enter}');
    expect([getButton('Unlock').hasAttribute('disabled'), background.asked.length]).toEqual([true, 1]);
  });

  it('can be sent again when the wait is over', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    await tryPassphrase({ ok: false, code: 'too-soon', retryAtMs: Date.now() + 2000 });
    await vi.waitFor(() => expect(getProblem()).toContain('you have to wait'));
    await act(() => void vi.advanceTimersByTime(3000));
    expect(getProblem()).toBe('It was not tried. Try again.');
    await userEvent.click(getButton('Unlock'));
    expect(background.asked).toHaveLength(2);
  });

  it('offers the last good copy of a damaged vault, and opens that with the same passphrase', async () => {
    const user = await tryPassphrase({ ok: false, code: 'damaged', hasCopy: true });
    await user.click(await findButton('Use the last good copy'));
    expect(background.asked.at(-1)).toEqual(['unlockVault', { passphrase: 'open sesame', source: 'copy' }]);
  });

  it('offers no copy where there is none', async () => {
    await tryPassphrase({ ok: false, code: 'damaged', hasCopy: false });
    await vi.waitFor(() => expect(getProblem()).toContain('Nothing was thrown away'));
    expect(screen.queryByRole('button', { name: 'Use the last good copy' })).toBeNull();
  });

  it('says so when the background does not answer, and keeps what was typed', async () => {
    fakeBrowser.runtime.onMessage.removeAllListeners();
    await tryPassphrase({ ok: true });
    await vi.waitFor(() => expect(getProblem()).toContain('does not answer'));
    expect(getField().value).toBe('open sesame');
  });
});
