import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '@/utils/platform/texts';

export interface ConfirmedButtonProps {
  /** The button of the first step, such as "Throw away…". */
  label: string;
  /** Its name for those who do not see what it stands beside. */
  name?: string;
  /** What is lost. Shown in the second step. */
  question: string;
  /** The button of the second step: the deed itself. */
  confirm: string;
  onConfirm: () => void;
}

/** A button for what cannot be undone: it asks first. */
export function ConfirmedButton({ label, name, question, confirm, onConfirm }: ConfirmedButtonProps): JSX.Element {
  const id = useId();
  const [isAsking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  // Not on the deed: a key that is still held down must not do it.
  useEffect(() => {
    if (isAsking) cancel.current?.focus();
  }, [isAsking]);
  const close = (): void => {
    setAsking(false);
    first.current?.focus();
  };
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
  };
  return (
    <div class="confirmed">
      <button
        ref={first}
        type="button"
        class="danger"
        aria-label={name}
        aria-expanded={isAsking}
        onClick={() => (isAsking ? close() : setAsking(true))}
      >
        {label}
      </button>
      {isAsking ? (
        <div role="group" aria-labelledby={id} class="notice failure">
          <p id={id}>{question}</p>
          <div class="actions">
            <button ref={cancel} type="button" onKeyDown={closeOnEscape} onClick={close}>
              {t('options.cancel')}
            </button>
            <button
              type="button"
              class="danger"
              onKeyDown={closeOnEscape}
              onClick={() => {
                close();
                onConfirm();
              }}
            >
              {confirm}
            </button>
          </div>
        </div>
      ) : null}
    </div>
  );
}
