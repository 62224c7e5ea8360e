import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import {
  getReach,
  type Reach,
  type ReachChange,
  type Reaches,
  type SwitchChange,
  type Switches,
} from '@/utils/injection/reach';
import { toSocketOrigin } from '@/utils/injection/socket-origin';
import type { RequestJournal } from '@/utils/oauth2/request-journal';
import { getHeldToken, type TokenState } from '@/utils/oauth2/token-state';
import { askWithPermission } from '@/utils/platform/after-permission';
import { askBackground } from '@/utils/platform/popup-messages';
import { reachesItem, requestJournalItem, tokenStateItem } from '@/utils/platform/storage';
import { reloadTab } from '@/utils/platform/tabs';
import { ActivityView } from './ActivityView';
import { LoginView } from './LoginView';
import { ReachView } from './ReachView';
import { TabStatusBar } from './TabStatusBar';
import { useStored } from './use-stored';
import { useSwitches } from './use-switches';
import { useTabStatus } from './use-tab-status';

/** The popup: a function of what is stored. Nothing shown here is lost when it closes. */
export function PopupApp(): JSX.Element | null {
  const state = useStored(tokenStateItem);
  const journal = useStored(requestJournalItem);
  const reaches = useStored(reachesItem);
  const switches = useSwitches();
  if (!state || journal === undefined || !reaches || !switches) return null;
  return <LoadedPopup state={state} underWay={journal?.purpose} reaches={reaches} switches={switches} />;
}

interface LoadedPopupProps {
  state: TokenState;
  underWay: RequestJournal['purpose'] | undefined;
  reaches: Reaches;
  switches: Switches;
}

type View = 'login' | 'reach' | 'activity';

function LoadedPopup({ state, underWay, reaches, switches }: LoadedPopupProps): JSX.Element {
  const { tab, status } = useTabStatus({ state, reaches, switches });
  const [view, setView] = useState<View>('login');
  const [trouble, setTrouble] = useState<'silent' | 'denied'>();
  const token = getHeldToken(state);

  /** Whatever the background does shows in what is stored; only that it does nothing has to be said here. */
  const watch = (asking: Promise<unknown>): Promise<void> =>
    asking.then(
      (isGranted) => setTrouble(isGranted === false ? 'denied' : undefined),
      () => setTrouble('silent'),
    );
  // A request whose background died is settled by the next background: this wakes it.
  useEffect(() => void watch(askBackground('wakeUp')), []);

  const changeSwitches = (change: SwitchChange): void => void watch(askBackground('changeSwitches', change));
  const changeReach = (api_origin: string, change: ReachChange, origins: string[] = []): void => {
    const data = { api_origin, change };
    const isNarrower = change.kind === 'remove' || (change.kind === 'opt' && !change.on);
    if (isNarrower) void watch(askBackground('changeReach', data));
    else
      void watch(
        askWithPermission({ origins: [api_origin, ...origins], askedAtMs: Date.now(), type: 'changeReach', data }),
      );
  };

  return (
    <>
      <header>
        <img src="/icon/48.png" alt="" width="24" height="24" />
        <h1>KnetikCloud</h1>
        <span class={token ? 'pill on' : 'pill'}>{token ? 'logged in' : 'logged out'}</span>
      </header>
      <ViewChoice view={view} onChoose={setView} />
      <main>
        {trouble ? (
          <p class="notice failure" role="alert">
            {TROUBLES[trouble]}
          </p>
        ) : null}
        {view === 'activity' ? <ActivityView onClear={() => void watch(askBackground('clearActivity'))} /> : null}
        {view === 'reach' && !token ? <p class="hint">Get a token first: this is about where it goes.</p> : null}
        {view === 'reach' && token ? (
          <ReachView
            api_origin={token.api_origin}
            reach={getReach(reaches, token.api_origin)}
            switches={switches}
            onChange={(change) =>
              changeReach(
                token.api_origin,
                change,
                listNeeded(token.api_origin, getReach(reaches, token.api_origin), change),
              )
            }
            onSwitch={changeSwitches}
          />
        ) : null}
        {view === 'login' ? <LoginView state={state} underWay={underWay} watch={watch} /> : null}
      </main>
      <TabStatusBar
        status={status}
        paused={switches.paused}
        onSwitch={changeSwitches}
        onReload={() => void (tab && reloadTab(tab.id))}
        onUse={(page, api_origin) => changeReach(api_origin, { kind: 'add', what: 'pages', origin: page }, [page])}
      />
    </>
  );
}

/** The origins that the browser has to allow for a change, beyond the login's own. */
function listNeeded(api_origin: string, { apis, everything }: Reach, change: ReachChange): string[] {
  if (change.kind === 'opt') return change.what === 'everything' ? [api_origin, ...apis].map(toSocketOrigin) : [];
  const { what, origin } = change;
  return what === 'apis' && everything ? [origin, toSocketOrigin(origin)] : [origin];
}

const TROUBLES = {
  silent: 'The extension’s background does not answer. Close this popup and open it again; nothing you typed is lost.',
  denied:
    'Without the browser’s permission for this host nothing was changed. Try again, and answer its question with yes.',
};

const VIEWS: Record<View, string> = { login: 'Login', reach: 'Where it goes', activity: 'Activity' };

function ViewChoice({ view, onChoose }: { view: View; onChoose: (view: View) => void }): JSX.Element {
  return (
    <nav aria-label="Views">
      {(Object.keys(VIEWS) as View[]).map((each) => (
        <button
          key={each}
          type="button"
          aria-current={each === view ? 'page' : undefined}
          onClick={() => onChoose(each)}
        >
          {VIEWS[each]}
        </button>
      ))}
    </nav>
  );
}
