import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { askBackground } from '@/utils/platform/popup-messages';
import { t } from '@/utils/platform/texts';
import { FormField } from './FormField';
import { useVaultAsking } from './use-vault-asking';

/**
 * Asks for the passphrase of the vault; says what is wrong, and offers the last good copy of a damaged one.
 * @param takesFocus false on a page that has other things to begin with
 */
export function UnlockForm({ takesFocus = true }: { takesFocus?: boolean }): JSX.Element {
  const form = useRef<HTMLFormElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const { isBusy, isWaiting, problem, mayOpenCopy, ask } = useVaultAsking(form);
  useEffect(() => {
    if (takesFocus) form.current?.querySelector('input')?.focus();
  }, []);
  const mayTry = passphrase !== '' && !isBusy && !isWaiting;
  const unlock = async (source: 'vault' | 'copy'): Promise<void> => {
    if (mayTry && (await ask(() => askBackground('unlockVault', { passphrase, source })))) setPassphrase('');
  };
  return (
    <form
      ref={form}
      class="unlock"
      noValidate
      aria-label={t('popup.unlock')}
      onSubmit={(event) => {
        event.preventDefault();
        void unlock('vault');
      }}
    >
      <p>
        <strong>{t('popup.unlockHeading')}</strong> {t('popup.unlockExplained')}
      </p>
      <FormField
        name="passphrase"
        label={t('vault.passphrase')}
        value={passphrase}
        required
        kind="secret"
        problem={problem}
        disabled={isBusy}
        onInput={setPassphrase}
      />
      <div class="actions">
        <button type="submit" class="primary" disabled={!mayTry}>
          {t(isBusy ? 'popup.unlocking' : 'popup.unlock')}
        </button>
        {mayOpenCopy ? (
          <button type="button" disabled={!mayTry} onClick={() => void unlock('copy')}>
            {t('popup.unlockCopy')}
          </button>
        ) : null}
      </div>
    </form>
  );
}
