import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '@/utils/platform/texts';
import type { Profile } from '@/utils/profiles/profile';
import { isManagedId } from '@/utils/profiles/managed-id';
import { describeServer } from './describe-login';
import { ProfileName } from './ProfileName';
import { isolate } from './isolate';

export interface ProfileOptionsProps {
  /** The list's element id. */
  id: string;
  profiles: readonly Profile[];
  /** The index of the one that Enter chooses; −1 for none. */
  active: number;
  currentId: string;
  /** Ids. */
  loggedIn: ReadonlySet<string>;
  onChoose: (profile: Profile) => void;
}

/** The listbox of a combobox, which has the focus and the keys (WAI-ARIA APG, "List Autocomplete"). */
export function ProfileOptions(props: ProfileOptionsProps): JSX.Element {
  const { id, profiles, active, currentId, loggedIn, onChoose } = props;
  useEffect(() => document.getElementById(buildOptionId(id, active))?.scrollIntoView({ block: 'nearest' }), [active]);
  return (
    <div id={id} class="profile-list" role="listbox" aria-label={t('profiles.heading')}>
      {profiles.map((profile, index) => (
        <button
          key={profile.id}
          type="button"
          tabIndex={-1}
          id={buildOptionId(id, index)}
          role="option"
          aria-selected={index === active}
          class={profile.id === currentId ? 'is-current' : undefined}
          // The focus stays in the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(profile)}
        >
          <span class="digit" aria-hidden="true">
            {index < 9 ? index + 1 : ''}
          </span>
          <ProfileName profile={profile} />{' '}
          <span class="hint">
            {[
              isolate(describeServer(profile.form)),
              ...(isManagedId(profile.id) ? [t('profiles.team')] : []),
              ...(loggedIn.has(profile.id) ? [t('profiles.loggedIn')] : []),
              ...(profile.id === currentId ? [t('popup.shownNow')] : []),
            ].join(' · ')}
          </span>
        </button>
      ))}
    </div>
  );
}

export function buildOptionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
