import { useState } from 'preact/hooks';

const STEP = 100;

/** The first of a long list, and the way to more: a thousand rows at once would make the page slow. */
export function useSlice<T>(list: readonly T[]): { shown: readonly T[]; hidden: number; showMore: () => void } {
  const [limit, setLimit] = useState(STEP);
  return {
    shown: list.slice(0, limit),
    hidden: Math.max(0, list.length - limit),
    showMore: () => setLimit(limit + STEP),
  };
}
