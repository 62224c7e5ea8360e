import type { Verdict } from '@/utils/injection/explain-request';
import { hasCarried } from './verdict-texts';

/** The part of an entry that is searched. */
export interface Searched {
  method: string;
  origin: string;
  path: string;
  page: string | undefined;
  verdict: Verdict;
  profile?: string;
  status?: number;
}

export interface ActivityFilter {
  /** Words; each must be in it. */
  text: string;
  isOnlyWithout: boolean;
}

/** The entries that have each word in method, address, page, status or profile. */
export function filterActivity<Entry extends Searched>(
  entries: readonly Entry[],
  { text, isOnlyWithout }: ActivityFilter,
): Entry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ method, origin, path, page = '', verdict, profile = '', status = '' }) => {
    if (isOnlyWithout && hasCarried(verdict)) return false;
    // The address in one piece: it may be pasted.
    const searched = `${method} ${origin}${path} ${page} ${status} ${profile}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}
