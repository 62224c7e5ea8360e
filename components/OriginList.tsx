import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { type BaseUrlProblem, readBaseUrl } from '@/utils/oauth2/base-url';
import { getProblemText } from './field-texts';

export interface OriginListProps {
  heading: string;
  /** What these are, for a button's name: "page", "API". */
  noun: string;
  /** Always there; it has no button. */
  fixed?: string;
  origins: readonly string[];
  /** What the button of an origin says. */
  action: string;
  onAction: (origin: string) => void;
  /** The label of the field for one more; without it none can be added here. */
  addLabel?: string;
  onAdd?: (origin: string) => void;
}

/** Origins that the user chose, each with a button, and a field for one more. */
export function OriginList(props: OriginListProps): JSX.Element {
  const { heading, noun, fixed, origins, action, onAction, addLabel, onAdd } = props;
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul class="origins">
        {fixed === undefined ? null : (
          <li>
            <span>{fixed}</span> <span class="hint">always</span>
          </li>
        )}
        {origins.map((origin) => (
          <li key={origin}>
            <span>{origin}</span>
            <button
              type="button"
              class="link"
              aria-label={`${action}: ${noun} ${origin}`}
              onClick={() => onAction(origin)}
            >
              {action}
            </button>
          </li>
        ))}
      </ul>
      {addLabel !== undefined && onAdd ? <AddOrigin label={addLabel} onAdd={onAdd} /> : null}
    </section>
  );
}

function AddOrigin({ label, onAdd }: { label: string; onAdd: (origin: string) => void }): JSX.Element {
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const add = (event: Event): void => {
    event.preventDefault();
    const reading = readBaseUrl(text);
    setProblem(reading.ok ? undefined : getAddProblem(reading.problem, label));
    if (!reading.ok) return;
    setText('');
    onAdd(reading.origin);
  };
  return (
    <form class="add-origin" noValidate onSubmit={add}>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="url"
        spellcheck={false}
        autocomplete="off"
        placeholder="https://… or localhost:3000"
        value={text}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit">Add</button>
      {problem === undefined ? null : (
        <p id={`${id}-problem`} class="problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}

/** Nobody logs in here, so that an empty field needs words of its own. */
function getAddProblem(problem: BaseUrlProblem, label: string): string {
  return problem === 'base-url-missing'
    ? `${label} is missing: type or paste its address.`
    : getProblemText(problem, label);
}
