import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { watchStored } from '@/utils/platform/popup-state';
import { type FoundDamage, readSetAside, throwAwaySetAside } from '@/utils/platform/set-aside';
import { saveText } from '@/utils/platform/save-text';
import { CopyButton } from '../CopyButton';
import { useLive } from '../use-live';
import { ConfirmedButton } from './ConfirmedButton';
import { getItemName, getReasonText } from './damage-texts';
import { SavedNote, useSavedNote } from './SavedNote';

/** What was stored and could not be read. It is kept until the user throws it away. */
export function ProblemsSection(): JSX.Element {
  const found = useLive(readSetAside, watchStored);
  const heading = useRef<HTMLHeadingElement>(null);
  const { note, say } = useSavedNote();
  const throwAway = async (key: string): Promise<void> => {
    await throwAwaySetAside(key);
    // The button that was pressed goes with it.
    heading.current?.focus();
    say('Thrown away');
  };
  return (
    <section id="problems" aria-labelledby="problems-heading">
      <div class="heading-row">
        <h2 id="problems-heading" ref={heading} tabIndex={-1}>
          Problems
        </h2>
        <SavedNote note={note} />
      </div>
      {found?.length === 0 ? <p class="hint">None. All that is stored could be read.</p> : null}
      {found && found.length > 0 ? (
        <>
          <p>This was stored and could not be read. The extension goes on without it, and keeps it here for you.</p>
          <ul class="damages">
            {found.map((damage) => (
              <Damage key={damage.key} damage={damage} onThrowAway={() => void throwAway(damage.key)} />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function Damage({ damage, onThrowAway }: { damage: FoundDamage; onThrowAway: () => void }): JSX.Element {
  const { key, text, foundAtMs, reason } = damage;
  const name = getItemName(key);
  return (
    <li>
      <h3>{name}</h3>
      <p>
        {getReasonText(reason)} {foundAtMs === undefined ? null : <FoundAt timeMs={foundAtMs} />}
      </p>
      <div class="actions">
        <CopyButton text={text} label={`Copy what was found: ${name}`} />
        <button
          type="button"
          class="quiet"
          aria-label={`Save as a file: ${name}`}
          onClick={() => saveText(text, `${key.replaceAll(/[^\w-]+/g, '-')}.json`)}
        >
          Save as a file
        </button>
        <ConfirmedButton
          label="Throw away…"
          name={`Throw away: ${name}…`}
          question={`${name}, as it was found, is lost. Save it as a file first if somebody may still repair it.`}
          confirm="Throw away"
          onConfirm={onThrowAway}
        />
      </div>
    </li>
  );
}

function FoundAt({ timeMs }: { timeMs: number }): JSX.Element {
  const time = new Date(timeMs);
  return (
    <span class="hint">
      Found <time dateTime={time.toISOString()}>{time.toLocaleString()}</time>
    </span>
  );
}
