import type { JSX } from 'preact';
import { describeLogin } from '../describe-login';
import { FormField } from '../FormField';
import { getNameProblem, isFurther, type ReviewItem } from './import-review';
import { listSecretLabels } from './import-texts';

export interface ReviewRowProps {
  item: ReviewItem;
  /** Its place, for names that are read aloud. */
  number: number;
  /** Problems show once the user has tried to add. */
  showsProblem: boolean;
  onChange: (part: Partial<ReviewItem>) => void;
}

/** One proposed profile: all that it would be, and what of it the user wants. */
export function ReviewRow({ item, number, showsProblem, onChange }: ReviewRowProps): JSX.Element {
  const { imported, isTaken, name, takesReach, twin } = item;
  const { form, isProduction, colour, reach } = imported.profile;
  const secrets = listSecretLabels(imported.secrets, form.grant);
  return (
    <li>
      <div class="review-row" role="group" aria-label={`Proposed profile ${number}: ${name}`}>
        <input
          type="checkbox"
          aria-label={`Add ${name}`}
          checked={isTaken}
          onChange={(event) => onChange({ isTaken: event.currentTarget.checked })}
        />
        <div class="review-about">
          <FormField
            name={`name-${number}`}
            label="Name"
            required
            value={name}
            disabled={!isTaken}
            problem={showsProblem ? getNameProblem(item) : undefined}
            onInput={(typed) => onChange({ name: typed })}
          />
          <p class={`colour-${colour} profile-name`}>
            <span class="dot" aria-hidden="true" />
            <span class="name">{describeLogin(form)}</span>
            {isProduction ? <strong class="production">PRODUCTION</strong> : null}
          </p>
          <p class="hint">
            {`Client ${form.client_id || 'none'}`}
            {form.username === '' ? '' : ` · user ${form.username}`}
            {` · secrets: ${secrets.length === 0 ? 'none' : `${secrets.join(', ')} (hidden)`}`}
          </p>
          {twin === undefined ? null : <p class="notice">{`You have this login already: ${twin}`}</p>}
          {imported.notes.length === 0 ? null : (
            <ul class="notes" aria-label="Notes">
              {imported.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
          {isFurther(reach) ? (
            <div class="opt-in">
              <label class="option">
                <input
                  type="checkbox"
                  checked={takesReach}
                  disabled={!isTaken}
                  onChange={(event) => onChange({ takesReach: event.currentTarget.checked })}
                />
                <span>Also take over where its token goes</span>
              </label>
              <ul class="notes">
                {reach.pages.length === 0 ? null : <li>{`From pages of ${reach.pages.join(', ')}`}</li>}
                {reach.apis.length === 0 ? null : <li>{`To ${reach.apis.join(', ')}`}</li>}
                {reach.links ? <li>With opened links and typed addresses</li> : null}
                {reach.everything ? <li>With everything else that these pages load</li> : null}
              </ul>
            </div>
          ) : null}
        </div>
      </div>
    </li>
  );
}
