import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { VaultStatus } from '@/utils/messages/vault-outcome';
import { askBackground } from '@/utils/platform/popup-messages';
import { watchStored } from '@/utils/platform/popup-state';
import { readVaultStatus } from '@/utils/platform/vault-storage';
import { VaultNotice } from '../VaultNotice';
import { TroubleNotice } from '../TroubleNotice';
import { UnlockForm } from '../UnlockForm';
import { useAsking } from '../use-asking';
import { useLive } from '../use-live';
import { ConfirmedButton } from './ConfirmedButton';
import { CreateVaultForm } from './CreateVaultForm';
import { LockShortcut } from './LockShortcut';
import { OpenVault } from './OpenVault';

const STATUS_TEXTS: Record<VaultStatus['kind'], string> = {
  off: 'No vault',
  locked: 'Locked',
  unlocked: 'Open',
};

/** Creates, opens, locks and forgets the vault. */
export function VaultSection(): JSX.Element {
  const status = useLive(readVaultStatus, watchStored);
  const { trouble, watch } = useAsking();
  const heading = useRef<HTMLHeadingElement>(null);
  const kind = status?.kind;
  const shown = useRef(kind);
  useEffect(() => {
    // The button that was pressed is gone; without this the keyboard would begin at the top of the page.
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (shown.current !== undefined && shown.current !== kind && isLost) heading.current?.focus();
    shown.current = kind;
  }, [kind]);
  return (
    <section id="vault" aria-labelledby="vault-heading">
      <div class="heading-row">
        <h2 id="vault-heading" ref={heading} tabIndex={-1}>
          Vault
        </h2>
        <span role="status" class={kind === 'unlocked' ? 'pill on' : 'pill'}>
          {kind && STATUS_TEXTS[kind]}
        </span>
      </div>
      <TroubleNotice trouble={trouble} />
      <VaultNotice status={status} />
      {kind === 'off' ? <CreateVaultForm /> : null}
      {kind === 'locked' ? <UnlockForm takesFocus={false} /> : null}
      {kind === 'unlocked' ? <OpenVault watch={watch} /> : null}
      {kind === undefined || kind === 'off' ? null : (
        <>
          <LockShortcut />
          <ConfirmedButton
            label="Forget everything…"
            question="Every client secret, password and token in the vault is lost, also its last good copy, and you are logged out everywhere. Your profiles stay. This cannot be undone."
            confirm="Forget everything"
            onConfirm={() => void watch(askBackground('forgetVault'))}
          />
        </>
      )}
    </section>
  );
}
