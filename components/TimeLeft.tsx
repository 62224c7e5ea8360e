import type { JSX } from 'preact';
import type { IssuedToken } from '@/utils/oauth2/token-response';
import { t } from '@/utils/platform/texts';
import { CountdownRing, type Remaining } from './CountdownRing';
import { formatDuration } from './format-duration';
import { formatTime } from './format-time';
import { useNow } from './use-now';

type Lifetime = Pick<IssuedToken, 'issuedAtMs' | 'expiresAtMs'>;

/** How long the token lasts, counting down: a ring for the eye, words for everyone. */
export function TimeLeft({ issuedAtMs, expiresAtMs }: Lifetime): JSX.Element {
  const nowMs = useNow();
  return (
    <div class="time-left">
      <TimeLeftText expiresAtMs={expiresAtMs} nowMs={nowMs} />
      <CountdownRing remaining={getRemaining(issuedAtMs, expiresAtMs, nowMs)} />
    </div>
  );
}

function TimeLeftText({ expiresAtMs, nowMs }: { expiresAtMs: number | undefined; nowMs: number }): JSX.Element {
  if (expiresAtMs === undefined) return <p class="hint">{t('duration.none')}</p>;
  if (expiresAtMs <= nowMs) return <p class="expired">{t('duration.expired')}</p>;
  return (
    <p role="timer" title={t('duration.expiresAt', { time: formatTime(expiresAtMs) })}>
      <span class="hint">{t('duration.timeLeft')}</span>{' '}
      <span class="amount">{formatDuration(expiresAtMs - nowMs)}</span>
    </p>
  );
}

/** Between 0 and 1, whatever the clock was set to since. */
function getRemaining(issuedAtMs: number, expiresAtMs: number | undefined, nowMs: number): Remaining {
  if (expiresAtMs === undefined) return 'unknown';
  const lifetimeMs = expiresAtMs - issuedAtMs;
  return lifetimeMs <= 0 ? 0 : Math.min(1, Math.max(0, (expiresAtMs - nowMs) / lifetimeMs));
}
