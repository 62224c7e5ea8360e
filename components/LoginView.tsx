import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RequestJournal } from '@/utils/oauth2/request-journal';
import { readTokenForm, type TokenForm } from '@/utils/oauth2/token-form';
import { readBaseUrl } from '@/utils/oauth2/base-url';
import { getHeldToken, type TokenState } from '@/utils/oauth2/token-state';
import { askWithPermission } from '@/utils/platform/after-permission';
import { askBackground } from '@/utils/platform/popup-messages';
import { type DraftForm, openDraftForm } from '@/utils/platform/token-forms';
import type { Profile } from '@/utils/profiles/profile';
import { lazy } from './lazy';
import { LogOutNotice } from './LogOutNotice';
import { getRefusedFields } from './refused-fields';
import { TokenCard } from './TokenCard';
import { TokenRequestForm } from './TokenRequestForm';
import { useHostPermission } from './use-host-permission';

const FailureNotice = lazy(() => import('./FailureNotice').then((part) => part.FailureNotice));

export interface LoginViewProps {
  profile: Profile;
  /** Those that the user may not change. */
  lockedFields: readonly (keyof TokenForm)[];
  state: TokenState;
  underWay: RequestJournal['purpose'] | undefined;
  /** Says so when the background does not do what it was asked. */
  watch: (asking: Promise<unknown>) => Promise<void>;
}

/** The profile's token, or the form for one. Nothing shown here is lost when the popup closes. */
export function LoginView({ profile, lockedFields, state, underWay, watch }: LoginViewProps): JSX.Element {
  const [isAsking, setAsking] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const [opened, setOpened] = useState<{ form: TokenForm; isHeld: boolean }>();
  const draft = useRef<DraftForm>(null);
  const token = getHeldToken(state);
  const isHeld = token !== undefined;
  // Read anew whenever the token comes or goes: a logout empties the form's secrets, and none may be seen after it.
  const form = opened?.isHeld === isHeld ? opened.form : undefined;
  const isBusy = underWay === 'login' || isAsking;
  const host = readBaseUrl((isChanging || !token ? form : token.login)?.base_url ?? '');
  const isPermitted = useHostPermission(host.ok ? [host.origin] : []);

  useEffect(() => {
    let isOver = false;
    const draftForm = openDraftForm(profile);
    draft.current = draftForm;
    void draftForm.read().then((read) => {
      if (!isOver) setOpened({ form: read, isHeld });
    });
    return () => {
      isOver = true;
      draftForm.stop();
    };
  }, [isHeld, profile.id]);
  // A new token ends the change of the login that it came from.
  useEffect(() => setChanging(false), [token?.access_token, token?.issuedAtMs]);

  const request = (asked: TokenForm): void => {
    setAsking(true);
    const login = { profileId: profile.id, form: asked };
    const asking =
      isPermitted !== false || !host.ok
        ? askBackground('requestToken', login)
        : askWithPermission({ origins: [host.origin], askedAtMs: Date.now(), type: 'requestToken', data: login });
    void watch(asking).finally(() => setAsking(false));
  };
  const renew = (): void => void watch(askBackground('renewToken', profile.id));
  const requestAgain = (): void => {
    const login = token?.login;
    // A refresh token that was typed in is used up; used again, it would end the login.
    if (login?.grant === 'refresh_token' && token?.refresh_token !== undefined) renew();
    else if (login && login.grant !== 'refresh_token') request(login);
    // Without the login's secrets only the user can say who to log in as.
    else setChanging(true);
  };
  const cancel = (): void => void watch(askBackground('cancelTokenRequest', profile.id));
  const failure = state.kind === 'refused' || state.kind === 'unreachable' ? state.failure : undefined;
  const retryForm = form && readTokenForm(form).ok ? () => request(form) : undefined;

  return (
    <>
      {failure && !isBusy ? (
        <FailureNotice
          failure={failure}
          origin={host.ok ? host.origin : undefined}
          onRetry={token && !isChanging ? requestAgain : retryForm}
        />
      ) : null}
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
          onLogOut={() => void watch(askBackground('logOut', profile.id))}
          onAskWhoAmI={() => askBackground('whoAmI', profile.id)}
        />
      ) : null}
      {form && (!token || isChanging) ? (
        <TokenRequestForm
          key={String(isHeld)}
          initial={form}
          lockedFields={lockedFields}
          isRequesting={isBusy}
          refusedFields={failure && getRefusedFields(failure)}
          onChange={(part) => {
            setOpened({ form: { ...form, ...part }, isHeld });
            void draft.current?.change(part);
          }}
          onSubmit={request}
          onCancel={cancel}
          onBack={token && (() => setChanging(false))}
        />
      ) : null}
    </>
  );
}
