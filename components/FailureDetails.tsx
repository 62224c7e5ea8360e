import type { JSX } from 'preact';
import { getFailureReason } from '@/utils/oauth2/failure-reason';
import type { TokenFailure } from '@/utils/oauth2/token-failure';
import { t } from '@/utils/platform/texts';

/** The server's own words and its HTTP status, for those who run the server. Open where nothing else tells. */
export function FailureDetails({ failure }: { failure: TokenFailure }): JSX.Element | null {
  const rows = Object.entries(listDetails(failure)).filter(([, value]) => value !== undefined);
  if (rows.length === 0) return null;
  return (
    <details class="failure-details" open={getFailureReason(failure) === 'other'}>
      <summary>{t('failure.details')}</summary>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name === 'status' ? t('failure.httpStatus') : <code dir="ltr">{name}</code>}</dt>{' '}
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Names are those of the RFC, as on the wire, but for the status. */
function listDetails(failure: TokenFailure): Record<string, string | number | undefined> {
  if (failure.code === 'unsupported-token-type') return { token_type: failure.token_type };
  if (!('status' in failure)) return {};
  const { error, error_description, status } = failure;
  return { error, error_description, status };
}
