import type { JSX } from 'preact';
import { getRenewalTimeMs } from '@/utils/oauth2/renewal';
import type { IssuedToken } from '@/utils/oauth2/token-response';
import { t } from '@/utils/platform/texts';
import { formatDuration } from './format-duration';
import { lazy } from './lazy';
import { useNow } from './use-now';

const FailedRenewal = lazy(() => import('./FailedRenewal').then((part) => part.FailedRenewal));

export interface RenewalLineProps {
  token: IssuedToken;
  isRenewing: boolean;
  onRenew: () => void;
}

/** When the token is renewed by itself; or what went wrong with that, and what the user can do. */
export function RenewalLine({ token, isRenewing, onRenew }: RenewalLineProps): JSX.Element {
  const nowMs = useNow();
  const { renewal } = token;
  const renewAtMs = getRenewalTimeMs(token);
  if (isRenewing) {
    return (
      <p class="renewal" role="status">
        {t('token.renewing')}
      </p>
    );
  }
  if (!renewal) {
    return <p class="renewal">{renewAtMs === undefined ? null : sayRenewal(renewAtMs - nowMs)}</p>;
  }
  if (renewal.failure.code === 'not-renewable') {
    return (
      <p class="notice warning" role="status">
        {t('token.notRenewable')}
      </p>
    );
  }
  return <FailedRenewal failure={renewal.failure} retryAtMs={renewal.retryAtMs} onRenew={onRenew} />;
}

function sayRenewal(inMs: number): string {
  return inMs < 1000 ? t('token.renewsNow') : t('token.renewsIn', { duration: formatDuration(inMs) });
}
