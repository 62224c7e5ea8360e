import { t } from '@/utils/platform/texts';

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;

/**
 * A name or an address to be put into a sentence. Where one of them is written from right to left, it keeps the order of
 * its own characters (Unicode's isolates): else “https://” would end up behind the host. For text that is no markup;
 * elsewhere there is `<bdi>`.
 */
export function isolate(value: string): string {
  return t('direction') === 'rtl' || RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value;
}
