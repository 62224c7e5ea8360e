import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { clearClipboardLater } from '@/utils/platform/clipboard';
import { type TextKey, t } from '@/utils/platform/texts';

type CopyState = 'idle' | 'copied' | 'failed';

const OUTCOMES: Record<Exclude<CopyState, 'idle'>, TextKey> = { copied: 'copy.copied', failed: 'copy.failed' };

export interface CopyButtonProps {
  text: string;
  /** A secret may be cleared from the clipboard after a while. */
  kind?: 'secret' | 'plain';
  /** What the button is called; beginning with, or holding, what it shows. */
  label: string;
  /** What it shows, if that is not just "Copy". */
  caption?: string;
  /** What is told when that worked, if "Copied" does not say it. */
  success?: string;
}

/** Copies a text to the clipboard and says for two seconds whether that worked. */
export function CopyButton({ text, kind = 'plain', label, caption, success }: CopyButtonProps): JSX.Element {
  const [state, setState] = useState<CopyState>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => {
        setState('copied');
        if (kind === 'secret') void clearClipboardLater(text);
      },
      () => setState('failed'),
    );
  };
  const outcome = state === 'idle' ? '' : t(OUTCOMES[state]);
  return (
    <>
      <button type="button" class="quiet" aria-label={label} onClick={copy}>
        {outcome || (caption ?? t('copy.copy'))}
      </button>
      <span role="status" class="visually-hidden">
        {state === 'copied' ? (success ?? outcome) : outcome}
      </span>
    </>
  );
}
