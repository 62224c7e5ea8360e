import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { RequestJournal } from '@/utils/oauth2/request-journal';
import type { TokenForm } from '@/utils/oauth2/token-form';
import { getHeldToken, type TokenState } from '@/utils/oauth2/token-state';
import { askBackground } from '@/utils/platform/popup-messages';
import { pausedItem, requestJournalItem, tokenStateItem } from '@/utils/platform/storage';
import { reloadTab } from '@/utils/platform/tabs';
import { changeDraftForm, readDraftForm } from '@/utils/platform/token-forms';
import { FailureNotice } from './FailureNotice';
import { LogOutNotice } from './LogOutNotice';
import { TabStatusBar } from './TabStatusBar';
import { TokenCard } from './TokenCard';
import { TokenRequestForm } from './TokenRequestForm';
import { useStored } from './use-stored';
import { useTabStatus } from './use-tab-status';

/** The popup: a function of what is stored. Nothing shown here is lost when it closes. */
export function PopupApp(): JSX.Element | null {
  const state = useStored(tokenStateItem);
  const journal = useStored(requestJournalItem);
  const paused = useStored(pausedItem);
  if (state === undefined || journal === undefined || paused === undefined) return null;
  return <LoadedPopup state={state} underWay={journal?.purpose} paused={paused} />;
}

interface LoadedPopupProps {
  state: TokenState;
  underWay: RequestJournal['purpose'] | undefined;
  paused: boolean;
}

function LoadedPopup({ state, underWay, paused }: LoadedPopupProps): JSX.Element {
  const { tab, status } = useTabStatus(state, paused);
  const [isAsking, setAsking] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const [isSilent, setSilent] = useState(false);
  const [form, setForm] = useState<TokenForm>();
  const token = getHeldToken(state);
  const isBusy = underWay === 'login' || isAsking;

  // A request whose background died is settled by the next background: this wakes it.
  useEffect(() => void ask(askBackground('wakeUp')), []);
  // Read anew whenever the token comes or goes: a logout empties the form's secrets.
  const isHeld = token !== undefined;
  useEffect(() => {
    setForm(undefined);
    void readDraftForm().then(setForm);
  }, [isHeld]);
  // A new token ends the change of the login that it came from.
  useEffect(() => setChanging(false), [token?.access_token, token?.issuedAtMs]);

  /** Whatever the background does shows in what is stored; only that it does nothing has to be said here. */
  const ask = (asking: Promise<void>): Promise<void> =>
    asking.then(
      () => setSilent(false),
      () => setSilent(true),
    );
  const request = (asked: TokenForm): void => {
    setAsking(true);
    void ask(askBackground('requestToken', asked)).finally(() => setAsking(false));
  };
  const renew = (): void => void ask(askBackground('renewToken'));
  const requestAgain = (): void => {
    const login = token?.login;
    // A refresh token that was typed in is used up; used again, it would end the login.
    if (login?.grant === 'refresh_token' && token?.refresh_token !== undefined) renew();
    else if (login && login.grant !== 'refresh_token') request(login);
    // Without the login's secrets only the user can say who to log in as.
    else setChanging(true);
  };
  const cancel = (): void => void ask(askBackground('cancelTokenRequest'));
  const failure = state.kind === 'refused' || state.kind === 'unreachable' ? state.failure : undefined;

  return (
    <>
      <header>
        <img src="/icon/48.png" alt="" width="24" height="24" />
        <h1>KnetikCloud</h1>
        <span class={token ? 'pill on' : 'pill'}>{token ? 'logged in' : 'logged out'}</span>
      </header>
      <main>
        {isSilent ? (
          <p class="notice failure" role="alert">
            The extension’s background does not answer. Close this popup and open it again; nothing you typed is lost.
          </p>
        ) : null}
        {failure && !isBusy ? <FailureNotice failure={failure} /> : null}
        {state.kind === 'absent' && state.revocation && !isBusy ? <LogOutNotice revocation={state.revocation} /> : null}
        {token && !isChanging ? (
          <TokenCard
            token={token}
            isRequesting={isBusy}
            isRenewing={underWay === 'renewal'}
            onRequestAgain={requestAgain}
            onRenew={renew}
            onChangeLogin={() => setChanging(true)}
            onCancel={cancel}
            onLogOut={() => void ask(askBackground('logOut'))}
          />
        ) : null}
        {form && (!token || isChanging) ? (
          <TokenRequestForm
            key={String(isHeld)}
            initial={form}
            isRequesting={isBusy}
            onChange={(part) => {
              setForm({ ...form, ...part });
              void changeDraftForm(part);
            }}
            onSubmit={request}
            onCancel={cancel}
            onBack={token && (() => setChanging(false))}
          />
        ) : null}
      </main>
      <TabStatusBar
        status={status}
        paused={paused}
        onPause={(wanted) => void ask(askBackground('pauseInjection', wanted))}
        onReload={() => void (tab && reloadTab(tab.id))}
      />
    </>
  );
}
