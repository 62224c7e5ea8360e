import type { JSX } from 'preact';

/** How much of a lifetime is left, from 1 to 0; `unknown` where nobody said how long it is. */
export type Remaining = number | 'unknown';

/** A ring that runs out as the token does. The words beside it say the same, so that it is decoration to a screen reader. */
export function CountdownRing({ remaining }: { remaining: Remaining }): JSX.Element {
  const isKnown = remaining !== 'unknown';
  return (
    <svg class={`ring ${getStage(remaining)}`} viewBox="0 0 40 40" aria-hidden="true">
      <circle class="track" cx="20" cy="20" r="17" />
      {isKnown && remaining > 0 ? (
        <circle class="left" cx="20" cy="20" r="17" pathLength="100" stroke-dasharray={`${remaining * 100} 100`} />
      ) : null}
      {remaining === 0 ? <path d="M20 11v11M20 27v2" /> : null}
    </svg>
  );
}

function getStage(remaining: Remaining): string {
  if (remaining === 'unknown') return 'unknown';
  if (remaining === 0) return 'over';
  return remaining < 0.1 ? 'nearly-over' : 'alive';
}
