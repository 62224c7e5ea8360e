import { MAX_NAME_LENGTH } from '@/utils/profiles/profile';

/**
 * Control characters, line separators, and what makes a text look like another one: marks of writing direction
 * (UAX #9) and letters without width. Joiners stay, as names in many scripts and emoji need them.
 */
const MISLEADING = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\u200B\u2060\uFEFF]/gu;

/** A text on one line that reads as what it is. */
export function cleanLine(text: string): string {
  return text.toWellFormed().replaceAll(/\s/gu, ' ').replaceAll(MISLEADING, '').trim();
}

/** The name of a profile, made of a text that came from outside; empty when nothing is left of it. */
export function cleanName(text: string): string {
  // Bounded first: the text may be megabytes. A character that is cut in two is dropped.
  const cleaned = cleanLine(text.slice(0, MAX_NAME_LENGTH * 10));
  return cleaned
    .slice(0, MAX_NAME_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}
