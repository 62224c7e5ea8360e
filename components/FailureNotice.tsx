import type { JSX } from 'preact';
import type { TokenFailure } from '@/utils/oauth2/token-failure';
import { getFailureText } from './failure-text';

/** Says why the last token request failed and what to do, with the server's own words beside ours. */
export function FailureNotice({ failure }: { failure: TokenFailure }): JSX.Element {
  const { cause, next } = getFailureText(failure);
  return (
    <div class="notice failure" role="alert">
      <p>
        <strong>{cause}</strong> {next}
      </p>
      {failure.code === 'refused' ? (
        <p class="server-words">
          Server: <code>{failure.error}</code>
          {failure.error_description === undefined ? null : ` “${failure.error_description}”`}
        </p>
      ) : null}
      {'status' in failure && failure.code !== 'refused' ? (
        <p class="server-words">
          HTTP status <code>{failure.status}</code>
        </p>
      ) : null}
    </div>
  );
}
