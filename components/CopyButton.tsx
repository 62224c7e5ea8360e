import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type CopyState = 'idle' | 'copied' | 'failed';

const LABELS: Record<CopyState, string> = { idle: 'Copy', copied: 'Copied', failed: 'Not copied' };

/** Copies a text to the clipboard and says for two seconds whether that worked. */
export function CopyButton({ text, label }: { text: string; label: string }): JSX.Element {
  const [state, setState] = useState<CopyState>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  };
  return (
    <>
      <button type="button" class="quiet" aria-label={label} onClick={copy}>
        {LABELS[state]}
      </button>
      <span role="status" class="visually-hidden">
        {state === 'idle' ? '' : LABELS[state]}
      </span>
    </>
  );
}
