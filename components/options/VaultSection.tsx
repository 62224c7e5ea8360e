import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { VaultStatus } from '@/utils/messages/vault-outcome';
import { askBackground } from '@/utils/platform/popup-messages';
import { watchStored } from '@/utils/platform/popup-state';
import { readVaultStatus } from '@/utils/platform/vault-storage';
import { t, type TextKey } from '@/utils/platform/texts';
import { VaultNotice } from '../VaultNotice';
import { TroubleNotice } from '../TroubleNotice';
import { UnlockForm } from '../UnlockForm';
import { useAsking } from '../use-asking';
import { useLive } from '../use-live';
import { ConfirmedButton } from './ConfirmedButton';
import { CreateVaultForm } from './CreateVaultForm';
import { LockShortcut } from './LockShortcut';
import { OpenVault } from './OpenVault';
import { SectionHeading } from './SectionHeading';

const STATUS_TEXTS: Record<VaultStatus['kind'], TextKey> = {
  off: 'vault.off',
  locked: 'vault.locked',
  unlocked: 'vault.open',
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
      <SectionHeading id="vault-heading" text={t('vault.heading')} heading={heading}>
        <span role="status" class={kind === 'unlocked' ? 'pill on' : 'pill'}>
          {kind && t(STATUS_TEXTS[kind])}
        </span>
      </SectionHeading>
      <TroubleNotice trouble={trouble} />
      <VaultNotice status={status} />
      <div class="box">
        {kind === 'off' ? <CreateVaultForm /> : null}
        {kind === 'locked' ? <UnlockForm takesFocus={false} /> : null}
        {kind === 'unlocked' ? <OpenVault watch={watch} /> : null}
        {kind === undefined || kind === 'off' ? null : (
          <>
            <LockShortcut />
            <ConfirmedButton
              label={t('vault.askForget')}
              question={t('vault.forgetQuestion')}
              confirm={t('vault.forget')}
              onConfirm={() => void watch(askBackground('forgetVault'))}
            />
          </>
        )}
      </div>
    </section>
  );
}
