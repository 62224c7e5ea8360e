const UNITS = [
  ['years', 365.25 * 24 * 60 * 60],
  ['days', 24 * 60 * 60],
  ['hours', 60 * 60],
  ['minutes', 60],
  ['seconds', 1],
] as const;

/** A time span in its two largest units, such as "59m 12s"; never negative. */
export function formatDuration(ms: number): string {
  let seconds = Math.max(0, Math.floor(ms / 1000));
  const first = UNITS.findIndex(([, size]) => seconds >= size);
  if (first === -1) return '0s';
  const duration: Record<string, number> = {};
  for (const [unit, size] of UNITS.slice(first, first + 2)) {
    duration[unit] = Math.floor(seconds / size);
    seconds %= size;
  }
  return new Intl.DurationFormat('en', { style: 'narrow' }).format(duration);
}
