import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
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
      aria-label="Open the export"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '') onOpen(passphrase);
      }}
    >
      <FormField
        name="passphrase"
        label="Passphrase of this export"
        kind="secret"
        required
        value={passphrase}
        hint="It has secrets, and was given a passphrase when it was made."
        problem={problem}
        disabled={isOpening}
        onInput={setPassphrase}
      />
      <div class="actions">
        <button type="submit" class="primary" disabled={isOpening || passphrase === ''}>
          {isOpening ? 'Opening…' : 'Open'}
        </button>
        <button type="button" disabled={isOpening} onClick={onLeave}>
          Import without secrets
        </button>
      </div>
    </form>
  );
}
