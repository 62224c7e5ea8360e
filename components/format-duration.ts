import { getLanguage } from '@/utils/platform/texts';

const UNITS = [
  ['years', 365.25 * 24 * 60 * 60],
  ['days', 24 * 60 * 60],
  ['hours', 60 * 60],
  ['minutes', 60],
  ['seconds', 1],
] as const;

type Duration = Partial<Record<(typeof UNITS)[number][0], number>>;

/** A time span in its two largest units, such as "59m 12s"; never negative. */
export function formatDuration(ms: number): string {
  let seconds = Math.max(0, Math.floor(ms / 1000));
  const first = UNITS.findIndex(([, size]) => seconds >= size);
  if (first === -1) return format({ seconds: 0 }, { secondsDisplay: 'always' });
  const duration: Duration = {};
  for (const [unit, size] of UNITS.slice(first, first + 2)) {
    duration[unit] = Math.floor(seconds / size);
    seconds %= size;
  }
  return format(duration);
}

function format(duration: Duration, options: Intl.DurationFormatOptions = {}): string {
  return new Intl.DurationFormat(getLanguage(), { style: 'narrow', ...options }).format(duration);
}
