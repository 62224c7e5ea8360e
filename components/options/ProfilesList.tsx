import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { watchStored } from '@/utils/platform/popup-state';
import { readSituation } from '@/utils/platform/situation';
import { currentProfileItem } from '@/utils/platform/storage';
import { t } from '@/utils/platform/texts';
import { findProfiles } from '@/utils/profiles/find-profiles';
import { isManagedId } from '@/utils/profiles/managed-id';
import { MAX_PROFILES, type Profile } from '@/utils/profiles/profile';
import { findFreeName, listPresent, type ProfileList, type ProfilesChange } from '@/utils/profiles/profile-list';
import { listLoggedIn } from '@/utils/profiles/situation';
import { useLive } from '../use-live';
import { useStored } from '../use-stored';
import { listMovable } from './move-profile';
import { ProfileRow, type RowAction } from './ProfileRow';
import { ShowMore } from './ShowMore';
import { useMoving } from './use-moving';
import { useSlice } from './use-slice';
import { formatCount } from '../format-number';

export interface ProfilesListProps {
  /** All that are stored, removed ones too. */
  profiles: ProfileList;
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  /** Without an id a new one. */
  onEdit: (id?: string) => void;
  onRemove: (ids: string[]) => void;
  onChange: (change: ProfilesChange) => void;
}

/** All profiles in the user's order, or those that are searched for. */
export function ProfilesList(props: ProfilesListProps): JSX.Element {
  const { profiles, selected, onSelect, onEdit, onRemove, onChange } = props;
  const situation = useLive(readSituation, watchStored);
  const inPopup = useStored(currentProfileItem);
  const [query, setQuery] = useState('');
  const present = listPresent(profiles);
  const found = findProfiles(present, query);
  const { shown, hidden, showMore } = useSlice(found);
  const movable = listMovable(profiles);
  const loggedIn = new Set(situation && listLoggedIn(situation).map(({ profile }) => profile.id));
  const chosen = present.filter(({ id }) => selected.has(id));
  const removable = chosen.filter(({ id }) => !isManagedId(id)).map(({ id }) => id);
  const list = useRef<HTMLUListElement>(null);
  const { said, move } = useMoving(profiles, onChange, list);

  const act = (profile: Profile, action: RowAction): void => {
    const { id, removedAtMs: _none, otherReaches: _others, ...copied } = profile;
    if (action === 'edit') onEdit(id);
    else if (action === 'use') void currentProfileItem.setValue(id);
    else if (action === 'remove') onRemove([id]);
    else if (action === 'copy')
      onChange({ kind: 'add', profile: { ...copied, name: findFreeName(present, profile.name) }, after: id });
    else move(profile, action === 'up' ? -1 : 1);
  };
  const select = (ids: readonly string[], isSelected: boolean): void => {
    const others = [...selected].filter((id) => !ids.includes(id));
    onSelect(new Set(isSelected ? [...others, ...ids] : others));
  };
  const foundIds = found.map(({ id }) => id);
  const isAllSelected = found.length > 0 && foundIds.every((id) => selected.has(id));
  return (
    <>
      <div class="list-tools">
        <input
          type="search"
          aria-label={t('profiles.find')}
          placeholder={t('profiles.findHint')}
          autocomplete="off"
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <button
          type="button"
          class="primary"
          id="new-profile"
          disabled={present.length >= MAX_PROFILES}
          onClick={() => onEdit()}
        >
          {t('profiles.new')}
        </button>
      </div>
      <div class="list-tools">
        <label class="option">
          <input
            type="checkbox"
            checked={isAllSelected}
            disabled={found.length === 0}
            onChange={(event) => select(foundIds, event.currentTarget.checked)}
          />
          <span>{query === '' ? t('profiles.selectAll') : t('profiles.selectAllFound')}</span>
        </label>
        <p class="hint" role="status">
          {said || countFound(found.length, present.length)}
        </p>
        {removable.length === 0 ? null : (
          <button type="button" class="quiet danger" onClick={() => onRemove(removable)}>
            {t('profiles.deleteSelected', { count: formatCount(removable.length) })}
          </button>
        )}
      </div>
      <ul ref={list} class="profiles" aria-label={t('profiles.heading')}>
        {shown.map((profile) => (
          <ProfileRow
            key={profile.id}
            profile={profile}
            isLoggedIn={loggedIn.has(profile.id)}
            isInPopup={inPopup === profile.id}
            isSelected={selected.has(profile.id)}
            onSelect={(isSelected) => select([profile.id], isSelected)}
            onAction={(action) => act(profile, action)}
            place={query === '' ? { isFirst: movable[0] === profile, isLast: movable.at(-1) === profile } : undefined}
          />
        ))}
      </ul>
      <ShowMore hidden={hidden} onClick={showMore} />
    </>
  );
}

function countFound(found: number, all: number): string {
  if (all === 0) return t('profiles.none');
  if (found === 0) return t('profiles.noneFound');
  const count = formatCount(all);
  return found === all ? t('profiles.count', { count }) : t('profiles.found', { found: formatCount(found), count });
}
