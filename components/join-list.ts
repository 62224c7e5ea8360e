import { getLanguage } from '@/utils/platform/texts';

/** Such as “A, B, and C”, within a sentence. */
export function joinList(parts: readonly string[]): string {
  return new Intl.ListFormat(getLanguage(), { type: 'conjunction' }).format(parts);
}

/** Such as “A, B, C”: things side by side. Not of the type “unit”, which in Chinese puts nothing between them. */
export function joinItems(parts: readonly string[]): string {
  return new Intl.ListFormat(getLanguage(), { type: 'conjunction', style: 'narrow' }).format(parts);
}
