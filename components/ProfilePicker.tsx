import type { JSX } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { readProfiles, watchProfiles } from '@/utils/platform/profile-storage';
import { currentProfileItem } from '@/utils/platform/storage';
import { t } from '@/utils/platform/texts';
import type { Profile } from '@/utils/profiles/profile';
import { listPresent } from '@/utils/profiles/profile-list';
import { findProfiles } from '@/utils/profiles/find-profiles';
import { listLoggedIn, type Situation } from '@/utils/profiles/situation';
import { formatCount } from './format-number';
import { buildOptionId, ProfileOptions } from './ProfileOptions';
import { useLive } from './use-live';

/** More at once nobody reads; typing finds the others. */
const MAX_SHOWN = 50;

export interface ProfilePickerProps {
  current: Profile;
  situation: Situation;
  /** The user has switched, or stays. */
  onDone: () => void;
}

/** All profiles, to switch to one of them: by a digit, by arrow keys, by typing part of it, or by a click. */
export function ProfilePicker({ current, situation, onDone }: ProfilePickerProps): JSX.Element {
  const all = useLive(readProfiles, watchProfiles);
  const [query, setQuery] = useState('');
  const [moved, setMoved] = useState(0);
  /** Pressed before the list was there. */
  const [early, setEarly] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  // Before the next key is pressed: it must not land in the form below.
  useLayoutEffect(() => field.current?.focus(), []);

  const found = findProfiles(listPresent(all ?? []), query);
  const shown = found.slice(0, MAX_SHOWN);
  // Without a word typed the next one after the current: with two profiles Enter switches to and fro.
  const start = query === '' ? shown.findIndex(({ id }) => id === current.id) + 1 : 0;
  const active = shown.length === 0 ? -1 : (((start + moved) % shown.length) + shown.length) % shown.length;

  const choose = (profile: Profile | undefined): void => {
    if (!profile) return;
    void currentProfileItem.setValue(profile.id);
    onDone();
  };
  const chooseByKey = (key: string): void => choose(shown[key === 'Enter' ? active : Number(key) - 1]);
  useEffect(() => {
    // Not yet: it would forget a key that came sooner than this first effect.
    if (!all) return;
    if (early !== undefined) chooseByKey(early);
    setEarly(undefined);
  }, [all !== undefined]);

  const press = (event: KeyboardEvent): void => {
    const { key } = event;
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (key === 'ArrowDown') setMoved(moved + 1);
    else if (key === 'ArrowUp') setMoved(moved - 1);
    else if (key !== 'Enter' && (query !== '' || !/^[1-9]$/.test(key))) return;
    else if (all) chooseByKey(key);
    else setEarly(key);
    event.preventDefault();
  };
  return (
    <>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={t('profiles.find')}
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-activedescendant={active === -1 ? undefined : buildOptionId(listId, active)}
        placeholder={t('popup.findPlaceholder')}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setMoved(0);
        }}
        onKeyDown={press}
      />
      <ProfileOptions
        id={listId}
        profiles={shown}
        active={active}
        currentId={current.id}
        loggedIn={new Set(listLoggedIn(situation).map(({ profile }) => profile.id))}
        onChoose={choose}
      />
      <p class="hint" role="status">
        {all && found.length === 0 ? t('profiles.noneFound') : null}
        {found.length > MAX_SHOWN ? t('popup.moreProfiles', { count: formatCount(found.length - MAX_SHOWN) }) : null}
      </p>
    </>
  );
}
