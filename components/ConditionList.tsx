import type { JSX } from 'preact';
import type { Condition } from '@/utils/injection/condition';
import { t, type TextKey } from '@/utils/platform/texts';
import { CONDITION_TEXTS, SKIP_TEXTS } from './condition-texts';
import { joinList } from './join-list';
import type { ShownConditions } from './use-conditions';

/** Shape as well as colour; in words for whoever hears it. */
const OUTCOMES: Record<Condition['outcome'], { sign: string; text: TextKey }> = {
  holds: { sign: '✓', text: 'explain.holds' },
  fails: { sign: '✗', text: 'explain.fails' },
  warns: { sign: '!', text: 'explain.warns' },
  skipped: { sign: '–', text: 'explain.skipped' },
};

/** Each condition with its verdict; and of those that do not hold what to do. */
export function ConditionList({ conditions, profile, others }: ShownConditions): JSX.Element {
  return (
    <ol class="conditions" aria-label={t('explain.conditions')}>
      {conditions.map((condition) => (
        <li key={condition.name} class={condition.outcome}>
          <span class="sign" aria-hidden="true">
            {OUTCOMES[condition.outcome].sign}
          </span>
          <div>
            <p>
              <span class="visually-hidden">{t(OUTCOMES[condition.outcome].text)}: </span>
              {t(CONDITION_TEXTS[condition.name].says)}
            </p>
            {listHints(condition).map((hint) => (
              <p key={hint} class="hint">
                {hint}
              </p>
            ))}
            {condition.name === 'chosen-page' ? <InForce profile={profile} others={others} /> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function listHints(condition: Condition): string[] {
  if (condition.outcome === 'holds') return [];
  return [t(condition.outcome === 'skipped' ? SKIP_TEXTS[condition.why] : CONDITION_TEXTS[condition.name].mend)];
}

function InForce({ profile, others }: Pick<ShownConditions, 'profile' | 'others'>): JSX.Element | null {
  if (profile === undefined) return null;
  return (
    <>
      <p class="hint">{t('explain.inForce', { profile })}</p>
      {others.length === 0 ? null : <p class="hint">{t('explain.others', { profiles: joinList(others) })}</p>}
    </>
  );
}
