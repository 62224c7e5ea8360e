import type { JSX } from 'preact';
import type { TransportFailureCode } from '@/utils/oauth2/token-failure';
import type { ApiFailureCode, ApiOutcome, WhoAmI } from '@/utils/oauth2/who-am-i';
import { t, type TextKey } from '@/utils/platform/texts';
import { getFailureText } from './failure-text';

const FAILURES: Record<Exclude<ApiFailureCode, TransportFailureCode> | 'too-large', TextKey> = {
  rejected: 'whoAmI.rejected',
  forbidden: 'whoAmI.forbidden',
  'not-found': 'whoAmI.notFound',
  'rate-limited': 'whoAmI.rateLimited',
  'server-error': 'whoAmI.serverError',
  'unexpected-status': 'whoAmI.unexpectedStatus',
  'not-json': 'whoAmI.notJson',
  malformed: 'whoAmI.malformed',
  'too-large': 'whoAmI.tooLarge',
};

/** Client, user and roles, as far as the API told; where it did not, why. */
export function WhoAmIAnswer({ answer: { me, user } }: { answer: WhoAmI }): JSX.Element {
  const user_id = (user.ok ? user.value.id : undefined) ?? (me.ok ? me.value.user_id : undefined);
  return (
    <dl>
      <dt>{t('token.client')}</dt>
      <dd>{me.ok ? <Given text={me.value.client_id} /> : <Failure call="GET /me" {...me} />}</dd>
      <dt>{t('whoAmI.user')}</dt>
      <dd>{user.ok ? <UserName {...user.value} /> : <Failure call="GET /users/me" {...user} />}</dd>
      {user_id === undefined ? null : (
        <>
          <dt>{t('whoAmI.userId')}</dt>
          <dd>
            <bdi>{user_id}</bdi>
          </dd>
        </>
      )}
      {me.ok ? (
        <>
          <dt>{t('whoAmI.roles')}</dt>
          <dd>{me.value.roles.length === 0 ? t('whoAmI.noRoles') : <Roles roles={me.value.roles} />}</dd>
        </>
      ) : null}
    </dl>
  );
}

function UserName({ username, display_name }: { username?: string; display_name?: string }): JSX.Element {
  if (display_name === undefined || display_name === username) return <Given text={username} />;
  return (
    <>
      <bdi>{display_name}</bdi>
      {username === undefined ? null : (
        <p class="hint">
          <bdi>{username}</bdi>
        </p>
      )}
    </>
  );
}

function Given({ text }: { text: string | undefined }): JSX.Element {
  return text === undefined ? <span class="hint">{t('token.notGiven')}</span> : <bdi>{text}</bdi>;
}

function Roles({ roles }: { roles: readonly string[] }): JSX.Element {
  return (
    <ul class="roles">
      {roles.map((role) => (
        <li key={role} dir="auto">
          {role}
        </li>
      ))}
    </ul>
  );
}

type ApiFailure = Extract<ApiOutcome<unknown>, { ok: false }>;

function Failure({ call, code, status }: ApiFailure & { call: 'GET /me' | 'GET /users/me' }): JSX.Element {
  // A token of the client itself has no user, which is no mistake of anybody's.
  const isUserless = call === 'GET /users/me' && code === 'not-found';
  return (
    <>
      <p class={isUserless ? undefined : 'problem'}>{isUserless ? t('whoAmI.noUser') : getText(code)}</p>
      <p class="hint">
        <code dir="ltr">{call}</code> {status === undefined ? null : t('whoAmI.status', { status })}
      </p>
    </>
  );
}

function getText(code: ApiFailureCode): string {
  return isOwnCode(code) ? t(FAILURES[code]) : getFailureText({ code }).cause;
}

function isOwnCode(code: ApiFailureCode): code is keyof typeof FAILURES {
  return Object.hasOwn(FAILURES, code);
}
