import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { askBackground } from '@/utils/platform/popup-messages';
import { t } from '@/utils/platform/texts';
import { FormField } from '../FormField';
import { NewPassphraseFields } from './NewPassphraseFields';
import { EMPTY_PASSPHRASE, isUsable } from './new-passphrase';
import { useVaultAsking } from '../use-vault-asking';

/** Replaces the passphrase of the vault. */
export function ChangePassphraseForm(props: { onDone: () => void; onCancel: () => void }): JSX.Element {
  const { onDone, onCancel } = props;
  const form = useRef<HTMLFormElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const [typed, setTyped] = useState(EMPTY_PASSPHRASE);
  const [isJudged, setJudged] = useState(false);
  const { isBusy, isWaiting, problem, ask, refuse } = useVaultAsking(form);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const isMissing = isJudged && passphrase === '';
  const change = async (): Promise<void> => {
    setJudged(true);
    if (passphrase === '' || !isUsable(typed)) return refuse();
    if (await ask(() => askBackground('changePassphrase', { passphrase, next: typed.passphrase }))) onDone();
  };
  return (
    <form
      ref={form}
      noValidate
      aria-label={t('vault.change')}
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <FormField
        name="passphrase"
        label={t('vault.oldPassphrase')}
        value={passphrase}
        required
        kind="secret"
        problem={isMissing ? t('vault.oldPassphraseMissing') : problem}
        disabled={isBusy}
        onInput={setPassphrase}
      />
      <NewPassphraseFields
        label={t('vault.newPassphrase')}
        typed={typed}
        onType={setTyped}
        isJudged={isJudged}
        disabled={isBusy}
      />
      <div class="actions">
        <button type="submit" class="primary" disabled={isBusy || isWaiting}>
          {isBusy ? t('vault.changing') : t('vault.change')}
        </button>
        <button type="button" disabled={isBusy} onClick={onCancel}>
          {t('options.cancel')}
        </button>
      </div>
    </form>
  );
}
