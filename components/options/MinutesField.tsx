import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '@/utils/platform/texts';
import { MAX_MINUTES } from '@/utils/profiles/settings';
import { formatCount } from '../format-number';

export interface MinutesFieldProps {
  label: string;
  minutes: number;
  /** The most that somebody else allows. */
  maxMinutes?: number | undefined;
  hint?: string;
  disabled?: boolean;
  onSave: (minutes: number) => void;
}

/** A number of minutes, saved as soon as the user is done with it; what cannot be saved stays as it was typed. */
export function MinutesField(props: MinutesFieldProps): JSX.Element {
  const { label, minutes, maxMinutes = MAX_MINUTES, hint, disabled, onSave } = props;
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [isRefused, setRefused] = useState(false);
  const save = (text: string): void => {
    const wanted = Number(text);
    const isFit = Number.isInteger(wanted) && wanted >= 1 && wanted <= maxMinutes;
    setRefused(!isFit);
    if (!isFit) return;
    setTyped(undefined);
    if (wanted !== minutes) onSave(wanted);
  };
  const problem = isRefused ? t('settings.minutesProblem', { max: formatCount(maxMinutes) }) : undefined;
  const note = problem ?? hint;
  return (
    <div class={problem === undefined ? 'field minutes' : 'field minutes has-problem'}>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        min="1"
        max={maxMinutes}
        step="1"
        value={typed ?? minutes}
        disabled={disabled}
        aria-invalid={isRefused}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={(event) => save(event.currentTarget.value)}
      />
      {note === undefined ? null : (
        <p
          id={`${id}-note`}
          class={problem === undefined ? 'hint' : 'problem'}
          role={problem === undefined ? undefined : 'alert'}
        >
          {note}
        </p>
      )}
    </div>
  );
}
