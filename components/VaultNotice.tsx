import type { JSX } from 'preact';
import type { KeepTrouble, VaultStatus } from '@/utils/messages/vault-outcome';

const CAUSES: Record<KeepTrouble, string> = {
  damaged: 'What is on disk is damaged.',
  foreign: 'On disk is another vault than the one that was opened.',
  failed: 'The disk may be full.',
};

/** Says that the vault does not keep what is held now; nothing while it does. */
export function VaultNotice({ status }: { status: VaultStatus | undefined }): JSX.Element | null {
  if (status?.kind !== 'unlocked' || !status.trouble) return null;
  return (
    <p class="notice warning" role="alert">
      <strong>The vault is not being written.</strong> {CAUSES[status.trouble]} What has changed since is gone when the
      browser closes or the vault is locked: export it with its secrets first.
    </p>
  );
}
