import type { JSX } from 'preact';
import type { VaultStatus } from '@/utils/messages/vault-outcome';
import { askBackground } from '@/utils/platform/popup-messages';
import { openOptions } from '@/utils/platform/tabs';
import { t } from '@/utils/platform/texts';
import { SidePanelButton } from './SidePanelButton';
import { ProfileSwitcher, type ProfileSwitcherProps } from './ProfileSwitcher';

export interface PopupHeaderProps extends ProfileSwitcherProps {
  vault: VaultStatus;
}

/** Which profile this is about, and the ways to lock and to the options page. */
export function PopupHeader({ vault, ...switcher }: PopupHeaderProps): JSX.Element {
  const { profile, watch } = switcher;
  return (
    <header class={profile.isProduction ? `band colour-${profile.colour}` : undefined}>
      <h1>
        <img src="/icon/48.png" alt={t('extension.shortName')} title={t('extension.name')} width="22" height="22" />
      </h1>
      <ProfileSwitcher {...switcher} />
      {vault.kind === 'unlocked' ? (
        <button type="button" class="quiet" onClick={() => void watch(askBackground('lockVault'))}>
          {t('popup.lock')}
        </button>
      ) : null}
      <SidePanelButton />
      <button type="button" class="quiet" onClick={() => void openOptions()}>
        {t('popup.options')}
      </button>
    </header>
  );
}
