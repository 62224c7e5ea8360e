import type { JSX } from 'preact';
import type { Revocation } from '@/utils/oauth2/token-state';
import { t, type TextKey } from '@/utils/platform/texts';

const TEXTS: Record<Revocation, TextKey> = {
  revoked: 'logOut.revoked',
  unsupported: 'logOut.unsupported',
  failed: 'logOut.failed',
};

/** Says after a logout what became of the token at the server. */
export function LogOutNotice({ revocation }: { revocation: Revocation }): JSX.Element {
  return (
    <p class={revocation === 'revoked' ? 'notice success' : 'notice warning'} role="status">
      {t(TEXTS[revocation])}
    </p>
  );
}
