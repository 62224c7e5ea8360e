import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { IssuedToken } from '@/utils/oauth2/token-response';
import { CopyButton } from './CopyButton';
import { ClockNotice } from './ClockNotice';
import { NotifyOption } from './NotifyOption';
import { offerFocus } from './offer-focus';
import { RenewalLine } from './RenewalLine';
import { RequestUnderWay } from './RequestUnderWay';
import { TimeLeft } from './TimeLeft';

export interface TokenCardProps {
  token: IssuedToken;
  /** True while the user's own request is under way. */
  isRequesting: boolean;
  /** True while the token is being renewed by itself. */
  isRenewing: boolean;
  onRequestAgain: () => void;
  onRenew: () => void;
  onChangeLogin: () => void;
  onCancel: () => void;
  onLogOut: () => void;
}

/** The token that is held: whose it is, what it may do, how long it lasts. */
export function TokenCard(props: TokenCardProps): JSX.Element {
  const { token, isRequesting, isRenewing, onRequestAgain, onRenew, onChangeLogin, onCancel, onLogOut } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that brought the user here is gone: a screen reader goes on with whose token it is.
  useEffect(() => offerFocus(heading.current), []);
  const host = token.api_origin.replace(/^https:\/\//, '');
  return (
    <section class="card" aria-labelledby="token-heading">
      <div class="card-head">
        <div class="who">
          <h2 id="token-heading" ref={heading} tabIndex={-1}>
            {token.username ?? token.client_id}
          </h2>
          <p class="where">{host}</p>
        </div>
        <TimeLeft expiresAtMs={token.expiresAtMs} />
      </div>
      <RenewalLine token={token} isRenewing={isRenewing} onRenew={onRenew} />
      {token.clockAheadMs === undefined ? null : <ClockNotice aheadMs={token.clockAheadMs} />}
      <dl>
        <dt>Client</dt>
        <dd>{token.client_id}</dd>
        <dt>Grant</dt>
        <dd>{token.grant_type}</dd>
        <dt>Scope</dt>
        <dd>{token.scope ?? <span class="hint">not given</span>}</dd>
        <dt>Type</dt>
        <dd>{token.token_type}</dd>
        <dt>Token</dt>
        <dd class="token">
          <code aria-label="Access token, masked">••••••••{getTail(token.access_token)}</code>
          <CopyButton text={token.access_token} label="Copy access token" />
        </dd>
      </dl>
      <NotifyOption />
      <div class="actions">
        {isRequesting ? (
          <RequestUnderWay onCancel={onCancel} />
        ) : (
          <>
            <button type="button" class="primary" onClick={onRequestAgain}>
              Get a new token
            </button>
            <button type="button" onClick={onChangeLogin}>
              Change…
            </button>
          </>
        )}
        <button type="button" class="danger" onClick={onLogOut}>
          Log out
        </button>
      </div>
    </section>
  );
}

/** The last four characters, enough to tell two tokens apart; nothing of a token so short that they would give it away. */
function getTail(token: string): string {
  return token.length >= 20 ? token.slice(-4) : '';
}
