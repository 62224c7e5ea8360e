import type { JSX } from 'preact';
import { NO_PAGE } from '@/utils/injection/injection';
import { askBackground } from '@/utils/platform/popup-messages';
import { t } from '@/utils/platform/texts';
import type { Profile } from '@/utils/profiles/profile';
import { type Contest, settleRoutes } from '@/utils/profiles/routes';
import { listLoggedIn, type Situation } from '@/utils/profiles/situation';
import { formatCount } from './format-number';
import { isolate } from './isolate';
import { joinList } from './join-list';

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

  const nameOf = (id: string): string => isolate(situation.profiles.find((each) => each.id === id)?.name ?? id);
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
    <section class={isSettled ? 'notice contest' : 'notice warning contest'} aria-label={t('contest.heading')}>
      <p role="status">
        {sayWhoIsInForce(profile.id, own.length > 0, told, nameOf)}
        {isSettled ? null : ` ${t('contest.nobodyChose')}`}
      </p>
      <div class="actions">
        {offered.map((id) => (
          <button key={id} type="button" class="quiet" onClick={() => choose(id)}>
            {t('contest.use', { name: nameOf(id) })}
          </button>
        ))}
      </div>
    </section>
  );
}

function sayWhoIsInForce(shownId: string, isOwn: boolean, told: Contest[], nameOf: (id: string) => string): string {
  const lost = told.filter(({ inForce }) => inForce !== shownId);
  const others = joinList(listLosers(told).map(nameOf));
  if (lost.length === 0) return t('contest.thisInForce', { where: sayWhere(told), others });
  const names = listWinners(lost).map(nameOf);
  const [winners, where] = [joinList(names), sayWhere(lost)];
  if (names.length === 1) {
    const winner = winners;
    return isOwn ? t('contest.otherInForce', { winner, where }) : t('contest.thirdInForce', { winner, where, others });
  }
  return isOwn
    ? t('contest.othersInForce', { winners, where })
    : t('contest.thirdsInForce', { winners, where, others });
}

function listWinners(contests: readonly Contest[]): string[] {
  return [...new Set(contests.map(({ inForce }) => inForce))];
}

function listLosers(contests: readonly Contest[]): string[] {
  return [...new Set(contests.flatMap(({ profileIds, inForce }) => profileIds.filter((id) => id !== inForce)))];
}

function sayWhere(contests: readonly Contest[]): string {
  const places = contests.map(({ page, api }) => {
    const host = getHost(api);
    if (page === NO_PAGE) return t('contest.openedLinks', { host });
    return page === api ? host : t('contest.pageToApi', { page: getHost(page), api: host });
  });
  const [first = '', ...others] = new Set(places);
  const count = formatCount(others.length);
  return others.length === 0 ? first : t('contest.andMore', { first, count });
}

function getHost(origin: string): string {
  return isolate(new URL(origin).host);
}
