import type { JSX } from 'preact';
import { t } from '@/utils/platform/texts';
import { describeLogin } from '../describe-login';
import { FormField } from '../FormField';
import { ProfileName } from '../ProfileName';
import { findNameProblem, isFurther, type ReviewItem } from './import-review';
import { listSecretLabels } from './import-texts';
import { getNameProblemText } from './name-texts';
import { getNoteText } from './note-texts';
import { joinItems } from '../join-list';
import { formatCount } from '../format-number';

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
  const problem = showsProblem ? findNameProblem(item) : undefined;
  const secrets = listSecretLabels(imported.secrets, form.grant);
  const facts = [
    form.client_id === '' ? t('importing.noClient') : t('importing.client', { client_id: form.client_id }),
    ...(form.username === '' ? [] : [t('importing.user', { username: form.username })]),
    secrets.length === 0 ? t('importing.noSecrets') : t('importing.secrets', { fields: joinItems(secrets) }),
  ];
  return (
    <li>
      <div class="review-row" role="group" aria-label={t('importing.proposed', { number: formatCount(number), name })}>
        <input
          type="checkbox"
          aria-label={t('importing.addOf', { name })}
          checked={isTaken}
          onChange={(event) => onChange({ isTaken: event.currentTarget.checked })}
        />
        <div class="review-about">
          <FormField
            name={`name-${number}`}
            label={t('editor.name')}
            required
            value={name}
            disabled={!isTaken}
            problem={problem && getNameProblemText(problem)}
            onInput={(typed) => onChange({ name: typed })}
          />
          <ProfileName profile={{ name: describeLogin(form), colour, isProduction }} />
          <ul class="facts hint">
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
          {twin === undefined ? null : <p class="notice">{t('importing.twin', { name: twin })}</p>}
          {imported.notes.length === 0 ? null : (
            <ul class="notes" aria-label={t('importing.notes')}>
              {imported.notes.map(getNoteText).map((note) => (
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
                <span>{t('importing.takeReach')}</span>
              </label>
              <ul class="notes">
                {reach.pages.length === 0 ? null : (
                  <li>{t('importing.fromPages', { origins: joinItems(reach.pages) })}</li>
                )}
                {reach.apis.length === 0 ? null : <li>{t('importing.toApis', { origins: joinItems(reach.apis) })}</li>}
                {reach.links ? <li>{t('importing.withLinks')}</li> : null}
                {reach.everything ? <li>{t('importing.withEverything')}</li> : null}
              </ul>
            </div>
          ) : null}
        </div>
      </div>
    </li>
  );
}
