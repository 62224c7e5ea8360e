import type { JSX } from 'preact';

/** Stands in for the button that started a token request, with the way to give the request up. */
export function RequestUnderWay({ onCancel }: { onCancel: () => void }): JSX.Element {
  return (
    <>
      <button type="button" class="primary" disabled>
        <span class="spinner" aria-hidden="true" />
        Getting a token…
      </button>
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
    </>
  );
}
