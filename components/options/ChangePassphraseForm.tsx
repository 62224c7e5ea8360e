import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { askBackground } from '@/utils/platform/popup-messages';
import { FormField } from '../FormField';
import { NewPassphraseFields } from './NewPassphraseFields';
import { EMPTY_PASSPHRASE, isUsable } from './new-passphrase';
import { useVaultAsking } from './use-vault-asking';

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
      aria-label="Change passphrase"
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <FormField
        name="passphrase"
        label="Passphrase until now"
        value={passphrase}
        required
        kind="secret"
        problem={isMissing ? 'The passphrase until now is needed.' : problem}
        disabled={isBusy}
        onInput={setPassphrase}
      />
      <NewPassphraseFields
        label="New passphrase"
        typed={typed}
        onType={setTyped}
        isJudged={isJudged}
        disabled={isBusy}
      />
      <div class="actions">
        <button type="submit" class="primary" disabled={isBusy || isWaiting}>
          {isBusy ? 'Changing…' : 'Change passphrase'}
        </button>
        <button type="button" disabled={isBusy} onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
