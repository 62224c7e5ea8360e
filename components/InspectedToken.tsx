import type { ComponentChildren, JSX } from 'preact';
import { type Claim, isSameScope, readAccessToken, type TokenContent } from '@/utils/oauth2/read-jwt';
import type { IssuedToken } from '@/utils/oauth2/token-response';
import { t } from '@/utils/platform/texts';
import { formatDuration } from './format-duration';
import { formatCount } from './format-number';
import { formatTime } from './format-time';

/** The server counts whole seconds, and its answer takes a while. */
const AT_ONCE_MS = 2000;

/** What the answer said of the token, and what it says itself. */
export function InspectedToken({ token }: { token: IssuedToken }): JSX.Element {
  const content = readAccessToken(token.access_token);
  const { scope, issuedAtMs, expiresAtMs, clockAheadMs } = token;
  const ownScope = content.kind === 'jwt' ? content.scope : undefined;
  const ownIssueMs = content.kind === 'jwt' ? content.issuedAtMs : undefined;
  return (
    <>
      <dl>
        <Row term={t('token.kind')}>{sayKind(content)}</Row>
        <Row term={t('token.type')}>{token.token_type}</Row>
        <Row term={t('token.askedScope')}>{t('token.askedScopeNone')}</Row>
        <Row term={t('token.grantedScope')}>{scope === undefined ? t('token.notGiven') : <bdi>{scope}</bdi>}</Row>
        {ownScope === undefined || isSameScope(ownScope, scope ?? '') ? null : (
          <Row term={t('token.scopeInToken')}>
            <bdi>{ownScope}</bdi>
          </Row>
        )}
        <Row term={t('token.issued')}>{formatTime(issuedAtMs)}</Row>
        {ownIssueMs === undefined ? null : (
          <Row term={t('token.issuedByToken')}>{sayOwnIssue(ownIssueMs, issuedAtMs)}</Row>
        )}
        <Row term={t('token.expires')}>{expiresAtMs === undefined ? t('duration.none') : formatTime(expiresAtMs)}</Row>
        {expiresAtMs === undefined ? null : (
          <Row term={t('token.lifetime')}>{formatDuration(expiresAtMs - issuedAtMs)}</Row>
        )}
        <Row term={t('token.clock')}>{sayClock(clockAheadMs)}</Row>
        <Row term={t('token.refreshToken')}>
          {token.refresh_token === undefined ? t('token.refreshTokenNone') : t('token.refreshTokenHeld')}
        </Row>
      </dl>
      {content.kind === 'jwt' ? (
        <>
          <Claims heading={t('token.header')} claims={content.header} />
          <Claims heading={t('token.claims')} claims={content.claims} />
        </>
      ) : null}
    </>
  );
}

function Row({ term, children }: { term: string; children: ComponentChildren }): JSX.Element {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Claims({ heading, claims }: { heading: string; claims: Claim[] }): JSX.Element {
  return (
    <>
      <h3>{heading}</h3>
      <dl class="claims">
        {claims.map(({ name, text, timeMs }) => (
          <>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd>
              <bdi>{text}</bdi>
              {timeMs === undefined ? null : <p class="hint">{formatTime(timeMs)}</p>}
            </dd>
          </>
        ))}
      </dl>
    </>
  );
}

function sayKind(content: TokenContent): string {
  if (content.kind === 'jwt') return t('token.kindJwt');
  const length = formatCount(content.length);
  return content.isUuid ? t('token.kindUuid', { length }) : t('token.kindOpaque', { length });
}

function sayOwnIssue(ownIssueMs: number, receivedAtMs: number): string {
  const time = formatTime(ownIssueMs);
  if (Math.abs(receivedAtMs - ownIssueMs) < AT_ONCE_MS) return time;
  const duration = formatDuration(Math.abs(receivedAtMs - ownIssueMs));
  return ownIssueMs > receivedAtMs
    ? t('token.issuedByTokenAfter', { time, duration })
    : t('token.issuedByTokenBefore', { time, duration });
}

function sayClock(aheadMs: number | undefined): string {
  if (aheadMs === undefined) return t('token.clockNoDifference');
  const duration = formatDuration(Math.abs(aheadMs));
  return aheadMs > 0 ? t('token.clockIsAhead', { duration }) : t('token.clockIsBehind', { duration });
}
