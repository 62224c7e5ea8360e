import type { JSX } from 'preact';
import { formatDuration } from './format-duration';
import { useNow } from './use-now';

/** How long the token lasts, counting down. */
export function TimeLeft({ expiresAtMs }: { expiresAtMs: number | undefined }): JSX.Element {
  const nowMs = useNow();
  if (expiresAtMs === undefined) return <p class="time-left">no expiry given</p>;
  const leftMs = expiresAtMs - nowMs;
  if (leftMs <= 0) return <p class="time-left expired">expired</p>;
  return (
    <p class="time-left" role="timer" title={`Expires at ${new Date(expiresAtMs).toLocaleString()}`}>
      <span class="hint">expires in</span> {formatDuration(leftMs)}
    </p>
  );
}
