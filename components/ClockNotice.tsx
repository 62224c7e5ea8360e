import type { JSX } from 'preact';
import { formatDuration } from './format-duration';

/** Says that this machine's clock differs from the server's. */
export function ClockNotice({ aheadMs }: { aheadMs: number }): JSX.Element {
  return (
    <p class="notice warning" role="status">
      This computer’s clock is {formatDuration(Math.abs(aheadMs))} {aheadMs > 0 ? 'ahead of' : 'behind'} the server’s.
      Times shown here are by this computer’s clock.
    </p>
  );
}
