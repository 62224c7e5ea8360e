import { getLanguage } from '@/utils/platform/texts';

/** A date with its time, to the second, by this computer's clock and time zone. */
export function formatTime(timeMs: number): string {
  return new Intl.DateTimeFormat(getLanguage(), { dateStyle: 'medium', timeStyle: 'medium' }).format(timeMs);
}

/** A time of this day, to the second. */
export function formatClockTime(timeMs: number): string {
  return new Intl.DateTimeFormat(getLanguage(), { timeStyle: 'medium' }).format(timeMs);
}
