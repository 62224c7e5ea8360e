import type { JSX } from 'preact';
import { NO_PAGE } from '@/utils/injection/injection';
import { askBackground } from '@/utils/platform/popup-messages';
import type { Profile } from '@/utils/profiles/profile';
import { type Contest, settleRoutes } from '@/utils/profiles/routes';
import { listLoggedIn, type Situation } from '@/utils/profiles/situation';

export interface ContestNoticeProps {
  /** The one that the popup shows. */
  profile: Profile;
  situation: Situation;
  watch: (asking: Promise<unknown>) => Promise<void>;
}

/**
 * Says where several profiles fit the same page, which one is in force there, and lets the user choose. What other
 * profiles contest is told only until it is settled.
 */
export function ContestNotice({ profile, situation, watch }: ContestNoticeProps): JSX.Element | null {
  const { contests } = settleRoutes(listLoggedIn(situation), situation.choices);
  const own = contests.filter(({ profileIds }) => profileIds.includes(profile.id));
  const told = own.length > 0 ? own : contests.filter(({ isChosen }) => !isChosen);
  if (told.length === 0) return null;

  const nameOf = (id: string): string => situation.profiles.find((each) => each.id === id)?.name ?? id;
  const isSettled = told.every(({ isChosen }) => isChosen);
  const lost = told.filter(({ inForce }) => inForce !== profile.id);
  const shown = own.length > 0 ? [profile.id] : [];
  const candidates = [...new Set([...shown, ...told.flatMap(({ profileIds }) => profileIds)])];
  // Once it is settled, there is nothing to confirm.
  const offered = candidates.filter((id) => !isSettled || (id === profile.id) === lost.length > 0);
  const choose = (profileId: string): void => {
    const fitting = told.filter(({ profileIds }) => profileIds.includes(profileId));
    const routes = fitting.map(({ page, api }) => ({ page, api }));
    void watch(askBackground('chooseProfile', { profileId, routes }));
  };
  return (
    <section class={isSettled ? 'notice contest' : 'notice warning contest'} aria-label="Several profiles fit">
      <p role="status">
        <strong>{`${lost.length === 0 ? 'This profile' : listWinners(lost).map(nameOf).join(', ')} is in force`}</strong>
        {` for ${sayWhere(lost.length === 0 ? told : lost)}`}
        {own.length > 0 && lost.length > 0
          ? ', not this profile.'
          : `; ${listLosers(told).map(nameOf).join(', ')} would fit, too.`}
        {isSettled ? '' : ' Nobody has chosen yet: the first in your list counts.'}
      </p>
      <div class="actions">
        {offered.map((id) => (
          <button key={id} type="button" class="quiet" onClick={() => choose(id)}>
            {`Use ${nameOf(id)}`}
          </button>
        ))}
      </div>
    </section>
  );
}

function listWinners(contests: readonly Contest[]): string[] {
  return [...new Set(contests.map(({ inForce }) => inForce))];
}

function listLosers(contests: readonly Contest[]): string[] {
  return [...new Set(contests.flatMap(({ profileIds, inForce }) => profileIds.filter((id) => id !== inForce)))];
}

function sayWhere(contests: readonly Contest[]): string {
  const places = contests.map(({ page, api }) => {
    const host = new URL(api).host;
    if (page === NO_PAGE) return `opened links to ${host}`;
    return page === api ? host : `${new URL(page).host} → ${host}`;
  });
  const [first = '', ...others] = new Set(places);
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
