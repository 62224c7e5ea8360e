import type { JSX } from 'preact';

/** The button below a slice of a long list. */
export function ShowMore({ hidden, onClick }: { hidden: number; onClick: () => void }): JSX.Element | null {
  if (hidden === 0) return null;
  return (
    <button type="button" onClick={onClick}>
      {`Show more (${hidden} left)`}
    </button>
  );
}
