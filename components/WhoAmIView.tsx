import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WhoAmI } from '@/utils/oauth2/who-am-i';
import { t } from '@/utils/platform/texts';
import { lazy } from './lazy';

const WhoAmIAnswer = lazy(() => import('./WhoAmIAnswer').then((part) => part.WhoAmIAnswer));

export interface WhoAmIViewProps {
  /** Of the token that is meant: what was said of another one is not shown any more. */
  issuedAtMs: number;
  /** Answers null when there is no token any more. */
  onAsk: () => Promise<WhoAmI | null>;
  onRenew: () => void;
}

type Asking = { kind: 'idle' | 'asking' | 'silent' } | { kind: 'answered'; answer: WhoAmI };

/** Asks the API, when the user wants to know, who the token stands for. */
export function WhoAmIView({ issuedAtMs, onAsk, onRenew }: WhoAmIViewProps): JSX.Element {
  const [asking, setAsking] = useState<Asking>({ kind: 'idle' });
  const turn = useRef(0);
  const askButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    turn.current += 1;
    setAsking({ kind: 'idle' });
  }, [issuedAtMs]);

  const ask = async (): Promise<void> => {
    turn.current += 1;
    const own = turn.current;
    setAsking({ kind: 'asking' });
    const settled = await onAsk().then(
      (answer): Asking => (answer ? { kind: 'answered', answer } : { kind: 'idle' }),
      (): Asking => ({ kind: 'silent' }),
    );
    if (own === turn.current) setAsking(settled);
  };
  const isRejected = asking.kind === 'answered' && Object.values(asking.answer).some(isRejection);
  const isAsking = asking.kind === 'asking';

  return (
    <div class="who-am-i">
      {/* Not "disabled", which would take the focus away from whoever has just pressed it. */}
      <button
        type="button"
        class="quiet"
        ref={askButton}
        aria-disabled={isAsking}
        onClick={() => void (isAsking || ask())}
      >
        {isAsking ? t('whoAmI.asking') : t('whoAmI.ask')}
      </button>
      <div role="status">
        {asking.kind === 'silent' ? <p class="problem">{t('whoAmI.silent')}</p> : null}
        {asking.kind === 'answered' ? <WhoAmIAnswer answer={asking.answer} /> : null}
      </div>
      {isRejected ? (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            // This button goes with the answer.
            askButton.current?.focus();
            onRenew();
          }}
        >
          {t('whoAmI.renew')}
        </button>
      ) : null}
    </div>
  );
}

function isRejection(outcome: WhoAmI[keyof WhoAmI]): boolean {
  return !outcome.ok && outcome.code === 'rejected';
}
