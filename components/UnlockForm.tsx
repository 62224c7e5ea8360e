import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { VaultOutcome } from '@/utils/messages/vault-outcome';
import { askBackground } from '@/utils/platform/popup-messages';
import { FormField } from './FormField';
import { getVaultProblemText } from './vault-texts';
import { useNow } from './use-now';

/**
 * Asks for the passphrase of the vault; says what is wrong, and offers the last good copy of a damaged one.
 * @param takesFocus false on a page that has other things to begin with
 */
export function UnlockForm({ takesFocus = true }: { takesFocus?: boolean }): JSX.Element {
  const [passphrase, setPassphrase] = useState('');
  const [outcome, setOutcome] = useState<VaultOutcome | 'silent'>();
  const [isBusy, setBusy] = useState(false);
  const nowMs = useNow();
  const form = useRef<HTMLFormElement>(null);
  // Ready to type; and after an attempt again: a screen reader then reads what is wrong with the field.
  useEffect(() => {
    if (takesFocus || outcome) form.current?.querySelector('input')?.focus();
  }, [isBusy]);
  const failure = typeof outcome === 'object' && !outcome.ok ? outcome : undefined;
  const waitMs = failure && 'retryAtMs' in failure ? failure.retryAtMs - nowMs : 0;
  const mayTry = passphrase !== '' && !isBusy && waitMs <= 0;
  const unlock = async (source: 'vault' | 'copy'): Promise<void> => {
    if (!mayTry) return;
    setBusy(true);
    const answer = await askBackground('unlockVault', { passphrase, source }).catch(() => 'silent' as const);
    setOutcome(answer);
    setBusy(false);
    if (typeof answer === 'object' && answer.ok) setPassphrase('');
  };
  return (
    <form
      ref={form}
      class="unlock"
      noValidate
      aria-label="Unlock"
      onSubmit={(event) => {
        event.preventDefault();
        void unlock('vault');
      }}
    >
      <p>
        <strong>The vault is locked.</strong> No page sends a token that is in it. Unlock it, and whoever was logged in
        is so again.
      </p>
      <FormField
        name="passphrase"
        label="Passphrase"
        value={passphrase}
        required
        kind="secret"
        problem={outcome && getVaultProblemText(outcome, nowMs)}
        disabled={isBusy}
        onInput={setPassphrase}
      />
      <div class="actions">
        <button type="submit" class="primary" disabled={!mayTry}>
          {isBusy ? 'Unlocking…' : 'Unlock'}
        </button>
        {failure?.code === 'damaged' && failure.hasCopy ? (
          <button type="button" disabled={!mayTry} onClick={() => void unlock('copy')}>
            Use the last good copy
          </button>
        ) : null}
      </div>
    </form>
  );
}
