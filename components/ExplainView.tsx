import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { readAskedUrl } from '@/utils/injection/read-asked-url';
import { t } from '@/utils/platform/texts';
import { ExplainForm } from './ExplainForm';
import { ExplanationView } from './ExplanationView';
import type { ExplainedRequest } from './explained-request';

interface ExplainViewProps {
  /** What is filled in, and explained at once if it is a request. */
  initial: ExplainedRequest;
  /** Absent where the list is beside it. */
  onBack?: () => void;
}

/** One request, or an address that somebody asks about, with all that decides whether it carries the token. */
export function ExplainView({ initial, onBack }: ExplainViewProps): JSX.Element {
  const [asked, setAsked] = useState(readAskedUrl(initial.url).ok ? initial : undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  const hasTakenOver = onBack !== undefined;
  useEffect(() => {
    if (hasTakenOver) heading.current?.focus();
  }, [hasTakenOver]);
  const form = <ExplainForm initial={initial} onAsk={setAsked} />;
  return (
    <section class="explain" aria-label={t('explain.heading')}>
      <div class="explain-head">
        <h2 ref={heading} tabIndex={-1}>
          {t('explain.heading')}
        </h2>
        {onBack ? (
          <button type="button" class="quiet" onClick={onBack}>
            {t('explain.back')}
          </button>
        ) : null}
      </div>
      {initial.outcome ? (
        <details>
          <summary>
            <bdi dir="ltr" class="request">
              <strong>{initial.method}</strong> {initial.url}
            </bdi>
          </summary>
          {form}
        </details>
      ) : (
        form
      )}
      {asked ? <ExplanationView request={asked} /> : null}
    </section>
  );
}
