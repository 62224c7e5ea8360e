import { useEffect, useState } from 'preact/hooks';
import { t } from '@/utils/platform/texts';
import type { Profile } from '@/utils/profiles/profile';
import type { ProfileList, ProfilesChange } from '@/utils/profiles/profile-list';
import { buildMove, listMovable } from './move-profile';
import { formatCount } from '../format-number';

/** Moves a profile by one place; when it has arrived says where, and keeps the focus on the button that moved it. */
export function useMoving(
  profiles: ProfileList,
  onChange: (change: ProfilesChange) => void,
  list: { readonly current: HTMLElement | null },
): { said: string; move: (profile: Profile, step: -1 | 1) => void } {
  const [moving, setMoving] = useState<{ id: string; step: -1 | 1; from: ProfileList }>();
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!moving || moving.from === profiles) return;
    const movable = listMovable(profiles);
    const index = movable.findIndex(({ id }) => id === moving.id);
    setMoving(undefined);
    if (index === -1) return;
    setSaid(
      t('profiles.moved', {
        name: movable[index]?.name ?? '',
        place: formatCount(index + 1),
        count: formatCount(movable.length),
      }),
    );
    // A row that was put elsewhere in the document has lost the focus.
    const action = moving.step === -1 ? 'up' : 'down';
    list.current?.querySelector<HTMLElement>(`[data-profile="${moving.id}"] [data-action="${action}"]`)?.focus();
  }, [profiles, moving]);
  return {
    said,
    move(profile, step) {
      const change = buildMove(profiles, profile, step);
      if (!change) return;
      setMoving({ id: profile.id, step, from: profiles });
      onChange(change);
    },
  };
}
