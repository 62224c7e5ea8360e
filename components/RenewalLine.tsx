import type { JSX } from 'preact';
import { getRenewalTimeMs } from '@/utils/oauth2/renewal';
import type { IssuedToken } from '@/utils/oauth2/token-response';
import { getFailureText } from './failure-text';
import { formatDuration } from './format-duration';
import { useNow } from './use-now';

export interface RenewalLineProps {
  token: IssuedToken;
  isRenewing: boolean;
  onRenew: () => void;
}

/** When the token is renewed by itself; or what went wrong with that, and what the user can do. */
export function RenewalLine({ token, isRenewing, onRenew }: RenewalLineProps): JSX.Element | null {
  const nowMs = useNow();
  const { renewal } = token;
  const renewAtMs = getRenewalTimeMs(token);
  if (isRenewing) {
    return (
      <p class="renewal" role="status">
        Renewing…
      </p>
    );
  }
  if (!renewal) {
    return renewAtMs === undefined ? null : <p class="renewal">{sayWhen('Renews', renewAtMs - nowMs)}</p>;
  }
  if (renewal.failure.code === 'not-renewable') {
    return (
      <p class="notice warning" role="status">
        This token cannot be renewed: the server gave no refresh token, and your login is not kept. Log in again.
      </p>
    );
  }
  const { cause } = getFailureText(renewal.failure);
  return (
    <div class="notice warning" role="status">
      <p>
        <strong>The last renewal failed.</strong> {cause}{' '}
        {renewal.retryAtMs === undefined ? 'Log in again.' : `${sayWhen('Next try', renewal.retryAtMs - nowMs)}.`}
      </p>
      {renewal.retryAtMs === undefined ? null : (
        <button type="button" class="quiet" onClick={onRenew}>
          Try now
        </button>
      )}
    </div>
  );
}

function sayWhen(what: string, inMs: number): string {
  return inMs < 1000 ? `${what} now` : `${what} in ${formatDuration(inMs)}`;
}
