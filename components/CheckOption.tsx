import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

export interface CheckOptionProps {
  label: string;
  hint?: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** A setting that is on or off. */
export function CheckOption({ label, hint, checked, disabled, onChange }: CheckOptionProps): JSX.Element {
  const id = useId();
  return (
    <div>
      <label class="option">
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-describedby={hint === undefined ? undefined : id}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      {hint === undefined ? null : (
        <p id={id} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
