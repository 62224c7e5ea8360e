import type { JSX } from 'preact';
import type { VaultStatus } from '@/utils/messages/vault-outcome';
import { askBackground } from '@/utils/platform/popup-messages';
import { openOptions } from '@/utils/platform/tabs';
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
        <img src="/icon/48.png" alt="KnetikCloud" title="KnetikCloud Credential Helper" width="22" height="22" />
      </h1>
      <ProfileSwitcher {...switcher} />
      {vault.kind === 'unlocked' ? (
        <button type="button" class="quiet" onClick={() => void watch(askBackground('lockVault'))}>
          Lock
        </button>
      ) : null}
      <button type="button" class="quiet" onClick={() => void openOptions()}>
        Options
      </button>
    </header>
  );
}
