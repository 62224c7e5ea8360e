import type { JSX } from 'preact';
import type { Revocation } from '@/utils/oauth2/token-state';

const TEXTS: Record<Revocation, string> = {
  revoked: 'Logged out. The server has revoked the token.',
  unsupported:
    'Logged out here, and the token is forgotten. This server cannot revoke tokens: it stays valid there until it expires.',
  failed:
    'Logged out here, and the token is forgotten. The server could not be asked to revoke it: it stays valid there until it expires.',
};

/** Says after a logout what became of the token at the server. */
export function LogOutNotice({ revocation }: { revocation: Revocation }): JSX.Element {
  return (
    <p class={revocation === 'revoked' ? 'notice success' : 'notice warning'} role="status">
      {TEXTS[revocation]}
    </p>
  );
}
