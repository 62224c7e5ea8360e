import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { VaultOutcome } from '@/utils/messages/vault-outcome';
import { getVaultProblemText } from './vault-texts';
import { useNow } from './use-now';

export interface VaultAsking {
  isBusy: boolean;
  /** True while no passphrase is tried, after several wrong ones. */
  isWaiting: boolean;
  /** Why the last attempt failed; with the time that is left to wait. */
  problem: string | undefined;
  /** True when the vault is damaged, and its last good copy may be opened instead. */
  mayOpenCopy: boolean;
  /** Resolves to true when the vault did it. Never rejects. */
  ask: (asking: () => Promise<VaultOutcome>) => Promise<boolean>;
  /** To be called when what was typed cannot be sent. */
  refuse: () => void;
}

/** Asks something of the vault for a form; after a failure the caret is in the first field that has a problem. */
export function useVaultAsking(form: RefObject<HTMLFormElement | null>): VaultAsking {
  const [outcome, setOutcome] = useState<VaultOutcome | 'silent'>();
  const [isBusy, setBusy] = useState(false);
  const [failures, setFailures] = useState(0);
  const nowMs = useNow();
  useEffect(() => {
    if (failures > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [failures]);
  const refuse = (): void => setFailures((count) => count + 1);
  return {
    isBusy,
    isWaiting: typeof outcome === 'object' && 'retryAtMs' in outcome && outcome.retryAtMs > nowMs,
    problem: outcome && getVaultProblemText(outcome, nowMs),
    mayOpenCopy: typeof outcome === 'object' && 'hasCopy' in outcome && outcome.hasCopy,
    async ask(asking) {
      setBusy(true);
      const answer = await asking().catch(() => 'silent' as const);
      setOutcome(answer);
      setBusy(false);
      const isDone = typeof answer === 'object' && answer.ok;
      if (!isDone) refuse();
      return isDone;
    },
    refuse,
  };
}
