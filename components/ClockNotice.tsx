import type { JSX } from 'preact';
import { t } from '@/utils/platform/texts';
import { formatDuration } from './format-duration';

/** Says that this machine's clock differs from the server's. */
export function ClockNotice({ aheadMs }: { aheadMs: number }): JSX.Element {
  const duration = formatDuration(Math.abs(aheadMs));
  return (
    <p class="notice warning" role="status">
      {aheadMs > 0 ? t('token.clockAhead', { duration }) : t('token.clockBehind', { duration })}
    </p>
  );
}
