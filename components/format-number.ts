import { getLanguage } from '@/utils/platform/texts';

export function formatCount(count: number): string {
  return new Intl.NumberFormat(getLanguage()).format(count);
}

/** Such as "10 minutes". */
export function formatMinutes(minutes: number): string {
  return new Intl.NumberFormat(getLanguage(), { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(minutes);
}

/** Such as "10s". */
export function formatSeconds(seconds: number): string {
  return new Intl.NumberFormat(getLanguage(), { style: 'unit', unit: 'second', unitDisplay: 'narrow' }).format(seconds);
}
