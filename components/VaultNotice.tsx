import type { JSX } from 'preact';
import type { KeepTrouble, VaultStatus } from '@/utils/messages/vault-outcome';
import { t, type TextKey } from '@/utils/platform/texts';

const CAUSES: Record<KeepTrouble, TextKey> = {
  damaged: 'vault.notWrittenDamaged',
  foreign: 'vault.notWrittenForeign',
  failed: 'vault.notWrittenFailed',
};

/** Says that the vault does not keep what is held now; nothing while it does. */
export function VaultNotice({ status }: { status: VaultStatus | undefined }): JSX.Element | null {
  if (status?.kind !== 'unlocked' || !status.trouble) return null;
  return (
    <p class="notice warning" role="alert">
      <strong>{t('vault.notWritten')}</strong> {t(CAUSES[status.trouble])} {t('vault.notWrittenAdvice')}
    </p>
  );
}
