import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { askBackground } from '@/utils/platform/popup-messages';
import { t } from '@/utils/platform/texts';
import { NewPassphraseFields } from './NewPassphraseFields';
import { EMPTY_PASSPHRASE, isUsable } from './new-passphrase';
import { useVaultAsking } from '../use-vault-asking';

/** Says what a vault is good for, and makes one. */
export function CreateVaultForm(): JSX.Element {
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(EMPTY_PASSPHRASE);
  const [isJudged, setJudged] = useState(false);
  const { isBusy, problem, ask, refuse } = useVaultAsking(form);
  const create = async (): Promise<void> => {
    setJudged(true);
    if (!isUsable(typed)) return refuse();
    // What shows next is the open vault.
    await ask(() => askBackground('createVault', typed.passphrase));
  };
  return (
    <form
      ref={form}
      noValidate
      aria-label={t('vault.create')}
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <p>{t('vault.explanation')}</p>
      <NewPassphraseFields
        label={t('vault.passphrase')}
        typed={typed}
        onType={setTyped}
        isJudged={isJudged}
        disabled={isBusy}
        problem={problem}
      />
      <div class="actions">
        <button type="submit" class="primary" disabled={isBusy}>
          {isBusy ? t('vault.creating') : t('vault.create')}
        </button>
      </div>
    </form>
  );
}
