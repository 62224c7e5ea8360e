import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { TokenFailure } from '@/utils/oauth2/token-failure';
import { t } from '@/utils/platform/texts';
import { getClockText, getFailureEntry, getFailureText } from './failure-text';
import { FailureDetails } from './FailureDetails';

export interface FailureNoticeProps {
  failure: TokenFailure;
  /** Where the request went; absent when nobody knows any more. */
  origin?: string | undefined;
  /** Asks for the token once more, and first for the permission that it needs; absent when there is nothing to ask with. */
  onRetry?: (() => void) | undefined;
}

/** Says why the last token request failed and what to do, and offers to do it where that is one click. */
export function FailureNotice({ failure, origin, onRetry }: FailureNoticeProps): JSX.Element {
  const notice = useRef<HTMLDivElement>(null);
  // Whoever pressed the button at the end of a long form does not see its beginning.
  // Once: what is stored is read anew for many reasons, and must not move what the user has scrolled to.
  useEffect(() => notice.current?.scrollIntoView({ block: 'nearest' }), []);
  const { cause, next } = getFailureText(failure);
  const { remedy } = getFailureEntry(failure);
  const clock = getClockText(failure);
  return (
    <div ref={notice} class="notice failure" role="alert">
      <p>
        <strong>{cause}</strong> {next}
      </p>
      {clock === undefined ? null : <p>{clock}</p>}
      {remedy === 'open-base-url' && origin !== undefined ? (
        <p class="remedy">
          <a href={origin} target="_blank" rel="noreferrer">
            {t('failure.openBaseUrl')}
          </a>
        </p>
      ) : null}
      {remedy !== undefined && remedy !== 'open-base-url' && onRetry ? (
        <button type="button" class="quiet" onClick={onRetry}>
          {t(remedy === 'allow-access' ? 'failure.allowAccess' : 'failure.tryAgain')}
        </button>
      ) : null}
      <FailureDetails failure={failure} />
    </div>
  );
}
