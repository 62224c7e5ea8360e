import type { VaultOutcome } from '@/utils/messages/vault-outcome';
import { t } from '@/utils/platform/texts';
import { formatDuration } from './format-duration';

/** What went wrong with the vault, as a sentence that says what to do; undefined when nothing did. */
export function getVaultProblemText(outcome: VaultOutcome | 'silent', nowMs: number): string | undefined {
  if (outcome === 'silent') return t('vault.problemSilent');
  if (outcome.ok) return undefined;
  switch (outcome.code) {
    case 'wrong-passphrase':
      return [t('vault.problemWrongPassphrase'), getWaitText(outcome.retryAtMs - nowMs)].filter(Boolean).join(' ');
    case 'too-soon':
      return [t('vault.problemTooSoon'), getWaitText(outcome.retryAtMs - nowMs) ?? t('vault.tryAgain')].join(' ');
    case 'damaged':
      return outcome.hasCopy ? t('vault.problemDamagedWithCopy') : t('vault.problemDamaged');
    case 'no-vault':
      return t('vault.problemNoVault');
  }
}

function getWaitText(waitMs: number): string | undefined {
  // Rounded up: when nothing is left to wait for, it says so no more.
  return waitMs > 0 ? t('vault.wait', { duration: formatDuration(waitMs + 999) }) : undefined;
}
