import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { buildRenewalRequests } from '@/utils/oauth2/renewal';
import type { IssuedToken } from '@/utils/oauth2/token-response';
import { t } from '@/utils/platform/texts';
import { CopyAs } from './CopyAs';
import { ClockNotice } from './ClockNotice';
import { NotifyOption } from './NotifyOption';
import { offerFocus } from './offer-focus';
import { RenewalLine } from './RenewalLine';
import { RequestUnderWay } from './RequestUnderWay';
import { TimeLeft } from './TimeLeft';
import { TokenInspector } from './TokenInspector';
import { WhoAmIView, type WhoAmIViewProps } from './WhoAmIView';

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
  onAskWhoAmI: WhoAmIViewProps['onAsk'];
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
      <div class="card-body">
        <div class="card-head">
          <div class="who">
            <h2 id="token-heading" ref={heading} tabIndex={-1}>
              <bdi>{token.username ?? token.client_id}</bdi>
            </h2>
            <p class="where">
              <bdi dir="ltr">{host}</bdi>
            </p>
          </div>
          <TimeLeft issuedAtMs={token.issuedAtMs} expiresAtMs={token.expiresAtMs} />
        </div>
        <RenewalLine token={token} isRenewing={isRenewing} onRenew={onRenew} />
        <dl>
          <dt>{t('token.client')}</dt>
          <dd>
            <bdi>{token.client_id}</bdi>
          </dd>
          <dt>{t('token.grant')}</dt>
          <dd>
            <bdi>{token.grant_type}</bdi>
          </dd>
          <dt>{t('token.scope')}</dt>
          <dd>
            {token.scope === undefined ? <span class="hint">{t('token.notGiven')}</span> : <bdi>{token.scope}</bdi>}
          </dd>
          <dt>{t('token.token')}</dt>
          <dd class="token">
            <code dir="ltr" aria-label={t('token.masked')}>
              ••••••••{getTail(token.access_token)}
            </code>
            <CopyAs access_token={token.access_token} api_origin={token.api_origin} />
          </dd>
        </dl>
      </div>
      {token.clockAheadMs === undefined ? null : <ClockNotice aheadMs={token.clockAheadMs} />}
      <NotifyOption />
      <WhoAmIView
        issuedAtMs={token.issuedAtMs}
        onAsk={props.onAskWhoAmI}
        onRenew={buildRenewalRequests(token).length > 0 ? onRenew : onRequestAgain}
      />
      <TokenInspector token={token} />
      <div class="actions">
        {isRequesting ? (
          <RequestUnderWay onCancel={onCancel} />
        ) : (
          <>
            <button type="button" class="primary" onClick={onRequestAgain}>
              {t('token.getNew')}
            </button>
            <button type="button" onClick={onChangeLogin}>
              {t('token.change')}
            </button>
          </>
        )}
        <button type="button" class="danger" onClick={onLogOut}>
          {t('token.logOut')}
        </button>
      </div>
    </section>
  );
}

/** The last four characters, enough to tell two tokens apart; nothing of a token so short that they would give it away. */
function getTail(token: string): string {
  return token.length >= 20 ? token.slice(-4) : '';
}
