import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type BaseUrlProblem, readBaseUrl } from '@/utils/oauth2/base-url';
import { t } from '@/utils/platform/texts';
import { getProblemText } from './field-texts';

export interface OriginListProps {
  heading: string;
  /** Always there; it has no button. */
  fixed?: string;
  origins: readonly string[];
  /** What the button of an origin says. */
  action: string;
  /** What it is called: with the origin, so that each has a name of its own. It begins with what the button says. */
  nameAction: (origin: string) => string;
  onAction: (origin: string) => void;
  /** The label of the field for one more; without it none can be added here. */
  addLabel?: string;
  onAdd?: (origin: string) => void;
}

/** Origins that the user chose, each with a button, and a field for one more. */
export function OriginList(props: OriginListProps): JSX.Element {
  const { heading, fixed, origins, action, nameAction, onAction, addLabel, onAdd } = props;
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const count = useRef(origins.length);
  useEffect(() => {
    // The button that was pressed is gone; without this the keyboard would begin at the top of the popup.
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (origins.length < count.current && isLost) title.current?.focus();
    count.current = origins.length;
  }, [origins.length]);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} ref={title} tabIndex={-1}>
        {heading}
      </h2>
      <ul class="origins">
        {fixed === undefined ? null : (
          <li>
            <bdi>{fixed}</bdi> <span class="hint">{t('reach.always')}</span>
          </li>
        )}
        {origins.map((origin) => (
          <li key={origin}>
            <bdi>{origin}</bdi>
            <button type="button" class="link" aria-label={nameAction(origin)} onClick={() => onAction(origin)}>
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
        dir="ltr"
        placeholder={t('reach.originPlaceholder')}
        value={text}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit">{t('reach.add')}</button>
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
  return problem === 'base-url-missing' ? t('reach.addressMissing', { label }) : getProblemText(problem, label);
}
