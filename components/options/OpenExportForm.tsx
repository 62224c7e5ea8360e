import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '@/utils/platform/texts';
import { FormField } from '../FormField';

export interface OpenExportFormProps {
  problem: string | undefined;
  isOpening: boolean;
  onOpen: (passphrase: string) => void;
  /** Takes the profiles without their secrets. */
  onLeave: () => void;
}

/** Asks for the passphrase of an export with secrets. */
export function OpenExportForm({ problem, isOpening, onOpen, onLeave }: OpenExportFormProps): JSX.Element {
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      class="card-head"
      noValidate
      aria-label={t('importing.formOfExport')}
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '') onOpen(passphrase);
      }}
    >
      <FormField
        name="passphrase"
        label={t('importing.passphrase')}
        kind="secret"
        required
        value={passphrase}
        hint={t('importing.passphraseHint')}
        problem={problem}
        disabled={isOpening}
        onInput={setPassphrase}
      />
      <div class="actions">
        <button type="submit" class="primary" disabled={isOpening || passphrase === ''}>
          {isOpening ? t('importing.opening') : t('importing.open')}
        </button>
        <button type="button" disabled={isOpening} onClick={onLeave}>
          {t('importing.withoutSecrets')}
        </button>
      </div>
    </form>
  );
}
