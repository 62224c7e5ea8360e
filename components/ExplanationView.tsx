import type { JSX } from 'preact';
import { t } from '@/utils/platform/texts';
import { ConditionList } from './ConditionList';
import { CONDITION_TEXTS } from './condition-texts';
import type { ExplainedRequest } from './explained-request';
import { formatClockTime } from './format-time';
import { type ShownConditions, useConditions } from './use-conditions';
import { VERDICT_TEXTS } from './verdict-texts';

/** Whether a request carries the token, the next step if it does not, and every condition. */
export function ExplanationView({ request }: { request: ExplainedRequest }): JSX.Element | null {
  const shown = useConditions(request);
  const { outcome } = request;
  if (!shown) return null;
  const failing = shown.conditions.find(({ outcome }) => outcome === 'fails');
  const warning = shown.conditions.find(({ outcome }) => outcome === 'warns');
  const step = failing ?? warning;
  return (
    <>
      {outcome ? (
        <p class="hint">
          {t('explain.wasThen', {
            time: formatClockTime(outcome.sentAtMs),
            verdict: t(VERDICT_TEXTS[outcome.verdict]),
          })}{' '}
          {t('explain.isNow')}
        </p>
      ) : null}
      <div class={`notice ${failing ? 'failure' : warning ? 'warning' : 'success'}`} role="status">
        <p>
          <strong>{getResult(shown, failing !== undefined)}</strong>
        </p>
        {step ? <p>{t(CONDITION_TEXTS[step.name].mend)}</p> : null}
      </div>
      <ConditionList {...shown} />
    </>
  );
}

function getResult({ conditions, profile }: ShownConditions, isFailing: boolean): string {
  if (isFailing) return t('explain.carriesNot');
  const isUnknown = conditions.some((condition) => condition.outcome === 'skipped' && condition.why === 'unknown');
  if (isUnknown) return t('explain.carriesPerhaps');
  return profile === undefined ? t('explain.carries') : t('explain.carriesOf', { profile });
}
