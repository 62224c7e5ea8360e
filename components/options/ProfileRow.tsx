import type { JSX } from 'preact';
import { t } from '@/utils/platform/texts';
import type { Profile } from '@/utils/profiles/profile';
import { isManagedId } from '@/utils/profiles/managed-id';
import { describeLogin } from '../describe-login';
import { ProfileName } from '../ProfileName';

export type RowAction = 'use' | 'edit' | 'copy' | 'up' | 'down' | 'remove';

export interface ProfileRowProps {
  profile: Profile;
  isLoggedIn: boolean;
  /** The popup shows this one. */
  isInPopup: boolean;
  isSelected: boolean;
  onSelect: (isSelected: boolean) => void;
  onAction: (action: RowAction) => void;
  /** Absent while the order on the screen is not the user's own. */
  place: { isFirst: boolean; isLast: boolean } | undefined;
}

/** One profile of the list with all that can be done to it; to one of the team's only what does not change it. */
export function ProfileRow(props: ProfileRowProps): JSX.Element {
  const { profile, isLoggedIn, isInPopup, isSelected, onSelect, onAction, place } = props;
  const { id, name, form } = profile;
  const isManaged = isManagedId(id);
  const renderButton = (action: RowAction, label: string, text: JSX.Element | string, isOff = false): JSX.Element => (
    <button
      type="button"
      class={action === 'remove' ? 'quiet danger' : 'quiet'}
      data-action={action}
      aria-label={label}
      // Not "disabled", which would take the focus away from whoever has just moved a profile to the end.
      aria-disabled={isOff}
      onClick={() => (isOff ? undefined : onAction(action))}
    >
      {text}
    </button>
  );
  return (
    <li class="profile-row" data-profile={id}>
      <input
        type="checkbox"
        aria-label={t('profiles.selectOf', { name })}
        checked={isSelected}
        onChange={(event) => onSelect(event.currentTarget.checked)}
      />
      <div class="profile-about">
        <p>
          <ProfileName profile={profile} />
          {isLoggedIn ? <span class="pill on">{t('profiles.loggedIn')}</span> : null}
          {isManaged ? <span class="pill">{t('profiles.team')}</span> : null}
          {isInPopup ? <span class="pill">{t('profiles.inPopup')}</span> : null}
        </p>
        <p class="hint">{describeLogin(form)}</p>
      </div>
      <div class="row-actions">
        {isInPopup ? null : renderButton('use', t('profiles.useOf', { name }), t('profiles.use'))}
        {isManaged ? null : renderButton('edit', t('profiles.editOf', { name }), t('profiles.edit'))}
        {isManaged
          ? renderButton('copy', t('profiles.copyOf', { name }), t('profiles.copy'))
          : renderButton('copy', t('profiles.duplicateOf', { name }), t('profiles.duplicate'))}
        {place && !isManaged ? renderButton('up', t('profiles.moveUpOf', { name }), '↑', place.isFirst) : null}
        {place && !isManaged ? renderButton('down', t('profiles.moveDownOf', { name }), '↓', place.isLast) : null}
        {isManaged ? null : renderButton('remove', t('profiles.deleteOf', { name }), t('profiles.delete'))}
      </div>
    </li>
  );
}
