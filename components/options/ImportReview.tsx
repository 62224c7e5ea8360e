import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportReading } from '@/utils/imports/imported-profile';
import { askBackground } from '@/utils/platform/popup-messages';
import { MAX_PROFILES } from '@/utils/profiles/profile';
import type { ProfileList } from '@/utils/profiles/profile-list';
import { TroubleNotice } from '../TroubleNotice';
import { useAsking } from '../use-asking';
import { buildReview, getNameProblem, readReview, type ReviewItem } from './import-review';
import { SOURCES } from './import-texts';
import { ReviewRow } from './ReviewRow';
import { ShowMore } from './ShowMore';
import { useSlice } from './use-slice';

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
  const isBadHidden = items.findIndex((item) => getNameProblem(item) !== undefined) >= shown.length;
  return (
    <section ref={section} class="review" aria-labelledby="review-heading">
      <h4 id="review-heading" tabIndex={-1}>
        {`${SOURCES[reading.source]}: ${items.length === 1 ? '1 profile' : `${items.length} profiles`} to look at`}
      </h4>
      {reading.notes.map((note) => (
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
              ? `There can be ${MAX_PROFILES} profiles at most; ${profiles.length} are there.`
              : 'A name further down is missing or too long.'}
          </p>
        ) : null}
        <TroubleNotice trouble={trouble} />
        <div class="actions">
          <button type="submit" class="primary" disabled={takenCount === 0 || isAdding}>
            {takenCount === 1 ? 'Add 1 profile' : `Add ${takenCount} profiles`}
          </button>
          <button type="button" onClick={onCancel}>
            Discard
          </button>
        </div>
      </form>
    </section>
  );
}
