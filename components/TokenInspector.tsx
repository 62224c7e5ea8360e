import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { IssuedToken } from '@/utils/oauth2/token-response';
import { t } from '@/utils/platform/texts';
import { lazy } from './lazy';

const InspectedToken = lazy(() => import('./InspectedToken').then((part) => part.InspectedToken));

/** All that is known of a token, for those who look into it. Nothing is read or in the page before it is opened. */
export function TokenInspector({ token }: { token: IssuedToken }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="inspector" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('token.inspect')}</summary>
      {isOpen ? <InspectedToken token={token} /> : null}
    </details>
  );
}
