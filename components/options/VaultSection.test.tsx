// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { VaultStatus } from '@/utils/messages/vault-outcome';
import { installShortcut, installVault, storeVault } from '../testing/vault-background';
import { VaultSection } from './VaultSection';

const OLD = 'correct horse battery';
const NEXT = 'staple of the mountain';

let vault: ReturnType<typeof installVault>;
beforeEach(() => {
  fakeBrowser.reset();
  vault = installVault();
  installShortcut('Alt+Shift+L');
});
afterEach(cleanup);

const STATES = { off: 'No vault', locked: 'Locked', unlocked: 'Open' };
async function open(kind: VaultStatus['kind']) {
  await storeVault(kind);
  render(<VaultSection />);
  await screen.findByText(STATES[kind]);
  return userEvent.setup();
}
const become = (kind: VaultStatus['kind']) => act(() => storeVault(kind));
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const untilFocused = (element: Element) => vi.waitFor(() => expect(document.activeElement).toBe(element));
const wrongUntil = (retryAtMs: number) => ({ ok: false, code: 'wrong-passphrase', retryAtMs }) as const;

describe('without a vault, the section', () => {
  it('says what one does, and that a forgotten passphrase cannot be recovered', async () => {
    await open('off');
    expect(screen.getByText(/survive the browser’s restart.*forgotten passphrase means lost secrets/s)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Forget everything…' })).toBeNull();
  });

  it('creates one from a passphrase that was typed twice', async () => {
    const user = await open('off');
    await user.type(field('Passphrase'), OLD);
    await user.type(field('The same again'), `${OLD}{Enter}`);
    expect(vault.asked).toEqual([['createVault', OLD]]);
  });

  it.each([
    ['too short', 'horse', 'horse', 'Passphrase', /^Too short/],
    ['too uniform', 'aaaaaaaaaaaa', 'aaaaaaaaaaaa', 'Passphrase', /^Too easy to guess/],
    ['longer than the background takes', 'abcdefghij'.repeat(101), '', 'Passphrase', /^Too long/],
    ['not the same twice', OLD, NEXT, 'The same again', /^This is not the same/],
  ])('refuses what is %s beside its field, and keeps it', async (_case, typed, repeated, label, problem) => {
    const user = await open('off');
    for (const [name, text] of [
      ['Passphrase', typed],
      ['The same again', repeated],
    ] as const) {
      await user.click(field(name));
      await user.paste(text);
    }
    expect(screen.queryByText(problem)).toBeNull();
    await user.click(button('Create vault'));
    const refused = screen.getByLabelText(label, { selector: '[aria-invalid="true"]' });
    expect(document.getElementById(refused.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(problem);
    await untilFocused(refused);
    expect([field('Passphrase').value, vault.asked]).toEqual([typed, []]);
  });

  it('keeps what was typed when the background does not answer, and says so', async () => {
    const user = await open('off');
    vault.outcome = 'silent';
    await user.type(field('Passphrase'), OLD);
    await user.type(field('The same again'), `${OLD}{Enter}`);
    expect(await screen.findByText(/does not answer/)).toBeTruthy();
    expect(field('The same again').value).toBe(OLD);
  });
});

describe('with a locked vault, the section', () => {
  it('opens it, and leaves the caret where it was when the page opened', async () => {
    const user = await open('locked');
    await screen.findByText('Alt+Shift+L');
    expect(document.activeElement).toBe(document.body);
    await user.type(field('Passphrase'), `${OLD}{Enter}`);
    expect(vault.asked).toEqual([['unlockVault', { passphrase: OLD, source: 'vault' }]]);
  });

  it('lets it be forgotten, as its passphrase may be', async () => {
    const user = await open('locked');
    await user.click(button('Forget everything…'));
    await user.click(button('Forget everything'));
    expect(vault.asked).toEqual(['forgetVault']);
  });
});

describe('with an open vault, the section', () => {
  it('locks it', async () => {
    const user = await open('unlocked');
    await user.click(button('Lock now'));
    expect(vault.asked).toEqual(['lockVault']);
  });

  it('says so when it may not have locked it', async () => {
    const user = await open('unlocked');
    vault.outcome = 'silent';
    await user.click(button('Lock now'));
    expect((await screen.findByRole('alert')).textContent).toContain('does not answer');
  });

  it('says when it is locked elsewhere, and keeps the keyboard near', async () => {
    const user = await open('unlocked');
    await user.click(button('Lock now'));
    await become('locked');
    expect(await screen.findByText('Locked')).toBeTruthy();
    await untilFocused(screen.getByRole('heading', { name: 'Vault' }));
  });

  it('changes the passphrase', async () => {
    const user = await open('unlocked');
    await user.click(button('Change passphrase…'));
    await untilFocused(field('Passphrase until now'));
    await user.keyboard(OLD);
    await user.type(field('New passphrase'), NEXT);
    await user.type(field('The same again'), `${NEXT}{Enter}`);
    expect(vault.asked).toEqual([['changePassphrase', { passphrase: OLD, next: NEXT }]]);
    expect(await screen.findByText('Passphrase changed')).toBeTruthy();
    expect(screen.queryByLabelText('New passphrase')).toBeNull();
    await untilFocused(button('Change passphrase…'));
  });

  it('says that the old passphrase is wrong beside its field, how long to wait, and keeps the new one', async () => {
    const user = await open('unlocked');
    vault.outcome = wrongUntil(Date.now() + 30_000);
    await user.click(button('Change passphrase…'));
    await untilFocused(field('Passphrase until now'));
    await user.keyboard('wrong');
    await user.type(field('New passphrase'), NEXT);
    await user.type(field('The same again'), `${NEXT}{Enter}`);
    const problem = await screen.findByText(/This is not the passphrase.*you have to wait: (29|30|31)s/);
    const old = field('Passphrase until now');
    expect(old.getAttribute('aria-describedby')).toBe(problem.id);
    await untilFocused(old);
    expect([old.value, field('New passphrase').value]).toEqual(['wrong', NEXT]);
    expect(button('Change passphrase').disabled).toBe(true);
    await user.type(field('New passphrase'), '{Enter}');
    expect(vault.asked).toHaveLength(1);
  });

  it('asks for the old passphrase before it asks the vault', async () => {
    const user = await open('unlocked');
    await user.click(button('Change passphrase…'));
    await user.type(field('New passphrase'), NEXT);
    await user.type(field('The same again'), `${NEXT}{Enter}`);
    await untilFocused(field('Passphrase until now'));
    expect(vault.asked).toEqual([]);
  });

  it.each([
    [true, /You can open the last good copy/],
    [false, /there is no good copy/],
  ])('says that it is damaged, with a good copy: %s', async (hasCopy, text) => {
    const user = await open('unlocked');
    vault.outcome = { ok: false, code: 'damaged', hasCopy };
    await user.click(button('Change passphrase…'));
    await untilFocused(field('Passphrase until now'));
    await user.keyboard(OLD);
    await user.type(field('New passphrase'), NEXT);
    await user.type(field('The same again'), `${NEXT}{Enter}`);
    expect(await screen.findByText(text)).toBeTruthy();
  });
});

describe('forgetting everything', () => {
  it('says first what is lost, and does nothing when the user thinks better of it', async () => {
    const user = await open('unlocked');
    await user.click(button('Forget everything…'));
    const question = screen.getByRole('group', { name: /Every client secret, password and token .* is lost/ });
    await untilFocused(within(question).getByRole('button', { name: 'Cancel' }));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('group')).toBeNull();
    await untilFocused(button('Forget everything…'));
    expect(vault.asked).toEqual([]);
  });
});

describe('the keys that lock the vault', () => {
  it('are shown, and where to change them', async () => {
    await open('unlocked');
    expect(await screen.findByText('Alt+Shift+L')).toBeTruthy();
    expect(button('Change it in the browser’s shortcuts')).toBeTruthy();
  });

  it('are read again when the user comes back from changing them', async () => {
    await open('unlocked');
    await screen.findByText('Alt+Shift+L');
    installShortcut('');
    await act(() => void dispatchEvent(new Event('focus')));
    await vi.waitFor(() => expect(screen.getByText(/No keys lock the vault/)).toBeTruthy());
  });
});
