import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SwitchChange } from '@/utils/injection/reach';
import { getHeldToken } from '@/utils/oauth2/token-state';
import { readPageToExplain } from '@/utils/platform/page-tab';
import { askBackground } from '@/utils/platform/popup-messages';
import { type PopupState, readPopupState, watchStored } from '@/utils/platform/popup-state';
import { reloadTab } from '@/utils/platform/tabs';
import { t, type TextKey } from '@/utils/platform/texts';
import { lazy } from './lazy';
import { LoginView } from './LoginView';
import { PopupHeader } from './PopupHeader';
import { ProductionNotice } from './ProductionNotice';
import { TabStatusBar } from './TabStatusBar';
import { TroubleNotice } from './TroubleNotice';
import { VaultNotice } from './VaultNotice';
import { ReleaseLine } from './welcome/ReleaseLine';
import { changeReach } from './change-reach';
import { useAsking } from './use-asking';
import { useLive } from './use-live';
import { useLocks } from './use-locks';
import { useTabStatus } from './use-tab-status';

const ActivityView = lazy(() => import('./ActivityView').then((part) => part.ActivityView));
const ContestNotice = lazy(() => import('./ContestNotice').then((part) => part.ContestNotice));
const ReachView = lazy(() => import('./ReachView').then((part) => part.ReachView));
const UnlockForm = lazy(() => import('./UnlockForm').then((part) => part.UnlockForm));

/** The popup: a function of what is stored. Nothing shown here is lost when it closes. */
export function PopupApp(): JSX.Element | null {
  const stored = useLive(readPopupState, watchStored);
  const { trouble, watch } = useAsking();
  // A request whose background died is settled by the next background: this wakes it.
  useEffect(() => void watch(askBackground('wakeUp')), []);
  return stored ? <LoadedPopup {...stored} trouble={trouble} watch={watch} /> : null;
}

type View = 'login' | 'reach' | 'activity';

function LoadedPopup(props: PopupState & ReturnType<typeof useAsking>): JSX.Element {
  const { profile, state, underWay, situation, vault, lockedFields, trouble, watch } = props;
  const isLocked = vault.kind === 'locked';
  const { tab, status } = useTabStatus({ profile, situation, isLocked });
  const [view, setView] = useState<View>(readPageToExplain() === undefined ? 'login' : 'activity');
  const token = getHeldToken(state);
  const changeSwitches = (change: SwitchChange): void => void watch(askBackground('changeSwitches', change));
  const { isLocking, locks } = useLocks();
  // Built anew by a lock, and not before there is nothing left to be read.
  const login = isLocking ? null : (
    <LoginView
      key={`${profile.id} ${locks}`}
      profile={profile}
      lockedFields={lockedFields}
      state={state}
      underWay={underWay}
      watch={watch}
    />
  );

  return (
    <>
      <PopupHeader profile={profile} situation={situation} vault={vault} tabUrl={tab?.url} watch={watch} />
      <nav aria-label={t('popup.views')}>
        <ViewChoice view={view} onChoose={setView} />
        <StatePill isLoggedIn={token !== undefined} isLocked={isLocked} paused={situation.switches.paused} />
      </nav>
      <main>
        <TroubleNotice trouble={trouble} advice={t('popup.openAgain')} />
        <VaultNotice status={vault} />
        {isLocked && view === 'login' ? <UnlockForm key={locks} /> : null}
        {token ? <ProductionNotice profile={profile} situation={situation} watch={watch} /> : null}
        {/* One alone contests nothing. */}
        {situation.profiles.length > 1 ? <ContestNotice profile={profile} situation={situation} watch={watch} /> : null}
        {view === 'activity' ? <ActivityView onClear={() => void watch(askBackground('clearActivity'))} /> : null}
        {view === 'reach' ? (
          <ReachView
            profile={profile}
            switches={situation.switches}
            onChange={(change) => void watch(changeReach(profile, change))}
            onSwitch={changeSwitches}
          />
        ) : null}
        {view === 'login' ? isLocked && !token ? <LoginBesideVault>{login}</LoginBesideVault> : login : null}
        <ReleaseLine />
      </main>
      <TabStatusBar
        status={status}
        paused={situation.switches.paused}
        onSwitch={changeSwitches}
        onReload={() => void (tab && reloadTab(tab.id))}
        onUse={(page, profileId) => {
          const used = [profile, ...situation.profiles].find(({ id }) => id === profileId);
          if (used) void watch(changeReach(used, { kind: 'add', what: 'pages', origin: page }));
        }}
      />
    </>
  );
}

/** While the vault is locked most users want to open it; a login of its own is possible. */
function LoginBesideVault({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <details class="login-beside">
      <summary>{t('popup.loginBesideVault')}</summary>
      {children}
    </details>
  );
}

const VIEWS: Record<View, TextKey> = {
  login: 'popup.viewLogin',
  reach: 'popup.viewReach',
  activity: 'popup.viewActivity',
};

/** The state at a glance; a change of it is announced. */
function StatePill(state: { isLoggedIn: boolean; isLocked: boolean; paused: boolean }): JSX.Element {
  const { isLoggedIn, isLocked, paused } = state;
  const word = isLoggedIn
    ? paused
      ? 'popup.paused'
      : 'popup.loggedIn'
    : isLocked
      ? 'popup.locked'
      : 'popup.loggedOut';
  return (
    <span role="status" class={isLoggedIn ? `pill ${paused ? 'off' : 'on'}` : 'pill'}>
      {t(word)}
    </span>
  );
}

function ViewChoice({ view, onChoose }: { view: View; onChoose: (view: View) => void }): JSX.Element {
  return (
    <>
      {(Object.keys(VIEWS) as View[]).map((each) => (
        <button
          key={each}
          type="button"
          aria-current={each === view ? 'page' : undefined}
          data-text={t(VIEWS[each])}
          onClick={() => onChoose(each)}
        >
          {t(VIEWS[each])}
        </button>
      ))}
    </>
  );
}
