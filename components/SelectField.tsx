import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

export interface SelectFieldProps<Choice extends string> {
  /** The element's id; one of its own when it is absent. */
  id?: string;
  label: string;
  value: Choice;
  /** What each choice is called, in the order in which they are shown. */
  choices: Readonly<Record<Choice, string>>;
  disabled?: boolean;
  onChange: (choice: Choice) => void;
}

/** One of a few, to be chosen from a list that folds out. */
export function SelectField<Choice extends string>(props: SelectFieldProps<Choice>): JSX.Element {
  const ownId = useId();
  const { id = ownId, label, value, choices, disabled, onChange } = props;
  const isChoice = (text: string): text is Choice => Object.hasOwn(choices, text);
  const choose = (text: string): void => {
    if (isChoice(text)) onChange(text);
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} disabled={disabled} onChange={(event) => choose(event.currentTarget.value)}>
        {Object.entries<string>(choices).map(([choice, name]) => (
          <option key={choice} value={choice}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
