import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Verdict } from '@/utils/injection/explain-request';
import { activityItem } from '@/utils/platform/storage';
import { useStored } from './use-stored';

const VERDICTS: Record<Verdict, string> = {
  sent: 'token sent',
  'sent-expired': 'token sent, but it has run out',
  'own-header': 'the page’s own Authorization was kept',
  'no-token': 'no token: nobody is logged in',
  paused: 'no token: paused',
  'off-site': 'no token: off on this site',
  'off-tab': 'no token: off in this tab',
  'read-only': 'no token: writing to production is not allowed',
  'other-api': 'no token: no API of a profile that is logged in',
  'other-page': 'no token: the page is not chosen',
  'token-endpoint': 'no token: this endpoint takes credentials itself',
  'login-in-url': 'no token: the address has a login of its own',
  'not-marked': 'no token: not a call of the page’s own code, or the page is older than the extension',
};

const NOTHING_YET = 'No requests yet. Use a page of the API, and they show up here.';
const ALL_CARRIED = 'Every request in this list carried the token.';

const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

/** The last requests, the newest first: which carried the token, which did not and why, and how they ended. */
export function ActivityView({ onClear }: { onClear: () => void }): JSX.Element | null {
  const entries = useStored(activityItem);
  const [isOnlyWithout, setOnlyWithout] = useState(false);
  if (entries === undefined) return null;
  const newest = (entries ?? []).toReversed();
  const shown = isOnlyWithout ? newest.filter(({ verdict }) => !verdict.startsWith('sent')) : newest;
  return (
    <section class="activity" aria-label="Activity">
      <div class="activity-head">
        <label class="option">
          <input
            type="checkbox"
            checked={isOnlyWithout}
            onChange={(event) => setOnlyWithout(event.currentTarget.checked)}
          />
          <span>Only requests without the token</span>
        </label>
        <button type="button" class="quiet" onClick={onClear} disabled={newest.length === 0}>
          Clear
        </button>
      </div>
      {shown.length === 0 ? <p class="hint">{newest.length === 0 ? NOTHING_YET : ALL_CARRIED}</p> : null}
      <ol>
        {shown.map(({ sentAtMs, method, origin, path, page, verdict, profile, status, durationMs }, index) => (
          <li key={newest.length - index} class={verdict.startsWith('sent') ? 'sent' : 'not-sent'}>
            <p class="request">
              <strong>{method}</strong> <span>{origin === page ? path : origin + path}</span>
            </p>
            <p class="hint">
              <span class={status === undefined || status >= 400 ? 'problem' : undefined}>{status ?? 'no answer'}</span>
              {` · ${VERDICTS[verdict]}${profile === undefined ? '' : ` (${profile})`} · ${TIME.format(sentAtMs)} · ${Math.round(durationMs)} ms`}
              {verdict === 'other-page' && page !== undefined ? ` · asked by ${page}` : ''}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
