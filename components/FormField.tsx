import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '@/utils/platform/texts';

export interface FormFieldProps {
  name: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
  /** `secret` is masked until revealed. */
  kind?: 'text' | 'secret' | 'url';
  required?: boolean;
  hint?: string | undefined;
  /** What is wrong with the value, as a sentence; shown beside the field and announced with it. */
  problem?: string | undefined;
  disabled?: boolean;
}

/** One labelled text field. */
export function FormField(props: FormFieldProps): JSX.Element {
  const { name, label, value, onInput, kind = 'text', required = false, hint, problem, disabled } = props;
  const id = useId();
  const [isRevealed, setRevealed] = useState(false);
  const isMasked = kind === 'secret' && !isRevealed;
  const note = problem ?? hint;
  return (
    <div class={problem === undefined ? 'field' : 'field has-problem'}>
      <label for={id}>
        {label}
        {required ? null : <span>{` · ${t('form.optional')}`}</span>}
      </label>
      <div class="input-row">
        <input
          id={id}
          name={name}
          // Addresses, ids and secrets, whatever the direction of the page.
          dir={kind === 'text' ? 'auto' : 'ltr'}
          {...(isMasked ? { type: 'password' as const } : { type: 'text' as const })}
          inputMode={kind === 'url' ? 'url' : undefined}
          value={value}
          disabled={disabled}
          aria-required={required}
          aria-invalid={problem !== undefined}
          aria-describedby={note === undefined ? undefined : `${id}-note`}
          // No password manager: these are credentials of servers and games, not of the user's accounts.
          autocomplete={kind === 'secret' ? 'new-password' : 'off'}
          autocapitalize="off"
          spellcheck={false}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        {kind === 'secret' ? (
          <button
            type="button"
            class="quiet"
            aria-label={t(isRevealed ? 'form.hideField' : 'form.showField', { label })}
            disabled={disabled}
            onClick={() => setRevealed(!isRevealed)}
          >
            {t(isRevealed ? 'form.hide' : 'form.show')}
          </button>
        ) : null}
      </div>
      {note === undefined ? null : (
        <p id={`${id}-note`} class={problem === undefined ? 'hint' : 'problem'}>
          {note}
        </p>
      )}
    </div>
  );
}
