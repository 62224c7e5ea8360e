import type { JSX } from 'preact';
import type { TokenFailure } from '@/utils/oauth2/token-failure';
import { t } from '@/utils/platform/texts';
import { getFailureText } from './failure-text';
import { formatDuration } from './format-duration';
import { useNow } from './use-now';

interface FailedRenewalProps {
  failure: TokenFailure;
  /** Undefined when only a login helps. */
  retryAtMs: number | undefined;
  onRenew: () => void;
}

/** What went wrong with the renewal, and when it is tried again. */
export function FailedRenewal({ failure, retryAtMs, onRenew }: FailedRenewalProps): JSX.Element {
  const nowMs = useNow();
  const { cause } = getFailureText(failure);
  return (
    <div class="notice warning" role="status">
      <p>
        <strong>{t('token.renewalFailed')}</strong> {cause}{' '}
        {retryAtMs === undefined ? t('token.logInAgain') : sayNextTry(retryAtMs - nowMs)}
      </p>
      {retryAtMs === undefined ? null : (
        <button type="button" class="quiet" onClick={onRenew}>
          {t('token.tryNow')}
        </button>
      )}
    </div>
  );
}

function sayNextTry(inMs: number): string {
  return inMs < 1000 ? t('token.nextTryNow') : t('token.nextTryIn', { duration: formatDuration(inMs) });
}
