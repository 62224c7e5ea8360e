import type { VaultOutcome } from '@/utils/messages/vault-outcome';
import { formatDuration } from './format-duration';

/** What went wrong with the vault, as a sentence that says what to do; undefined when nothing did. */
export function getVaultProblemText(outcome: VaultOutcome | 'silent', nowMs: number): string | undefined {
  if (outcome === 'silent')
    return 'The extension’s background does not answer. Try again, or close this and open it again.';
  if (outcome.ok) return undefined;
  switch (outcome.code) {
    case 'wrong-passphrase':
      return ['This is not the passphrase.', getWaitText(outcome.retryAtMs - nowMs)].filter(Boolean).join(' ');
    case 'too-soon':
      return ['It was not tried.', getWaitText(outcome.retryAtMs - nowMs) ?? 'Try again.'].join(' ');
    case 'damaged':
      return outcome.hasCopy
        ? 'The vault is damaged: something in it has changed since it was written. Nothing was thrown away. You can open the last good copy with this passphrase.'
        : 'The vault is damaged, and there is no good copy. Nothing was thrown away; it can be saved or forgotten in the options.';
    case 'no-vault':
      return 'There is no vault any more.';
  }
}

function getWaitText(waitMs: number): string | undefined {
  // Rounded up: when nothing is left to wait for, it says so no more.
  return waitMs > 0 ? `After several wrong ones you have to wait: ${formatDuration(waitMs + 999)}.` : undefined;
}
