import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportReading } from '@/utils/imports/imported-profile';
import { askBackground } from '@/utils/platform/popup-messages';
import { t } from '@/utils/platform/texts';
import { MAX_PROFILES } from '@/utils/profiles/profile';
import type { ProfileList } from '@/utils/profiles/profile-list';
import { TroubleNotice } from '../TroubleNotice';
import { useAsking } from '../use-asking';
import { buildReview, findNameProblem, readReview, type ReviewItem } from './import-review';
import { SOURCE_TEXTS } from './import-texts';
import { getNoteText } from './note-texts';
import { ReviewRow } from './ReviewRow';
import { ShowMore } from './ShowMore';
import { useSlice } from './use-slice';
import { formatCount } from '../format-number';

export interface ImportReviewProps {
  reading: ImportReading & { ok: true };
  profiles: ProfileList;
  onAdded: (count: number) => void;
  onCancel: () => void;
}

/** What was read, for the user to look at. Nothing of it is stored before they say so. */
export function ImportReview({ reading, profiles, onAdded, onCancel }: ImportReviewProps): JSX.Element {
  const [items, setItems] = useState(() => buildReview(reading.profiles, profiles));
  const [attempts, setAttempts] = useState(0);
  const [isAdding, setAdding] = useState(false);
  const { trouble, watch } = useAsking();
  const { shown, hidden, showMore } = useSlice(items);
  const section = useRef<HTMLElement>(null);
  const review = readReview(items, profiles);
  const takenCount = items.filter(({ isTaken }) => isTaken).length;

  useEffect(() => section.current?.querySelector<HTMLElement>('h4')?.focus(), []);
  useEffect(() => section.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [attempts]);

  const change = (index: number, part: Partial<ReviewItem>): void =>
    setItems((before) => before.map((item, at) => (at === index ? { ...item, ...part } : item)));
  const submit = (event: Event): void => {
    event.preventDefault();
    setAttempts((count) => count + 1);
    if (!review.ok || isAdding) return;
    setAdding(true);
    const adding = askBackground('importProfiles', review.taken).then(() => onAdded(review.taken.length));
    void watch(adding).finally(() => setAdding(false));
  };
  const isBadHidden = items.findIndex((item) => findNameProblem(item) !== undefined) >= shown.length;
  return (
    <section ref={section} class="review" aria-labelledby="review-heading">
      <h4 id="review-heading" tabIndex={-1}>
        {t('importing.reviewHeading', { count: formatCount(items.length) })}
      </h4>
      <p class="hint">{t('importing.readAs', { source: t(SOURCE_TEXTS[reading.source]) })}</p>
      {reading.notes.map(getNoteText).map((note) => (
        <p key={note} class="notice warning">
          {note}
        </p>
      ))}
      <form noValidate onSubmit={submit} aria-labelledby="review-heading">
        <ul class="review-list">
          {shown.map((item, index) => (
            <ReviewRow
              // The list stays as it was read; only what is chosen of it changes.
              key={index}
              item={item}
              number={index + 1}
              showsProblem={attempts > 0}
              onChange={(part) => change(index, part)}
            />
          ))}
        </ul>
        <ShowMore hidden={hidden} onClick={showMore} />
        {attempts > 0 && !review.ok && (review.code === 'too-many' || isBadHidden) ? (
          <p class="problem" role="alert">
            {review.code === 'too-many'
              ? t('importing.tooMany', { count: formatCount(profiles.length), max: formatCount(MAX_PROFILES) })
              : t('importing.badNameBelow')}
          </p>
        ) : null}
        <TroubleNotice trouble={trouble} />
        <div class="actions">
          <button type="submit" class="primary" disabled={takenCount === 0 || isAdding}>
            {t('importing.add', { count: formatCount(takenCount) })}
          </button>
          <button type="button" onClick={onCancel}>
            {t('importing.discard')}
          </button>
        </div>
      </form>
    </section>
  );
}
