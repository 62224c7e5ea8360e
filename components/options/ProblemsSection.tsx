import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { watchStored } from '@/utils/platform/popup-state';
import { type FoundDamage, readSetAside, throwAwaySetAside } from '@/utils/platform/set-aside';
import { saveText } from '@/utils/platform/save-text';
import { t } from '@/utils/platform/texts';
import { CopyButton } from '../CopyButton';
import { formatTime } from '../format-time';
import { useLive } from '../use-live';
import { ConfirmedButton } from './ConfirmedButton';
import { getItemName, REASON_TEXTS } from './damage-texts';
import { SavedNote, useSavedNote } from './SavedNote';
import { SectionHeading } from './SectionHeading';

/** What was stored and could not be read. It is kept until the user throws it away. */
export function ProblemsSection(): JSX.Element {
  const found = useLive(readSetAside, watchStored);
  const heading = useRef<HTMLHeadingElement>(null);
  const { note, say } = useSavedNote();
  const throwAway = async (key: string): Promise<void> => {
    await throwAwaySetAside(key);
    // The button that was pressed goes with it.
    heading.current?.focus();
    say(t('problems.thrownAway'));
  };
  return (
    <section id="problems" aria-labelledby="problems-heading">
      <SectionHeading id="problems-heading" text={t('problems.heading')} heading={heading}>
        <SavedNote note={note} />
      </SectionHeading>
      <p>
        <a href="/welcome.html#self-test">{t('selfTest.link')}</a>
      </p>
      {found?.length === 0 ? <p class="hint">{t('problems.none')}</p> : null}
      {found && found.length > 0 ? (
        <>
          <p>{t('problems.explanation')}</p>
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
        {t(REASON_TEXTS[reason])} {foundAtMs === undefined ? null : <FoundAt timeMs={foundAtMs} />}
      </p>
      <div class="actions">
        <CopyButton text={text} label={t('problems.copyOf', { name })} />
        <button
          type="button"
          class="quiet"
          aria-label={t('problems.saveOf', { name })}
          onClick={() => saveText(text, `${key.replaceAll(/[^\w-]+/g, '-')}.json`)}
        >
          {t('problems.save')}
        </button>
        <ConfirmedButton
          label={t('problems.askThrowAway')}
          name={t('problems.askThrowAwayOf', { name })}
          question={t('problems.question', { name })}
          confirm={t('problems.throwAway')}
          onConfirm={onThrowAway}
        />
      </div>
    </li>
  );
}

function FoundAt({ timeMs }: { timeMs: number }): JSX.Element {
  return (
    <time class="hint" dateTime={new Date(timeMs).toISOString()}>
      {t('problems.foundAt', { time: formatTime(timeMs) })}
    </time>
  );
}
