import type { JSX } from 'preact';
import type { SwitchChange } from '@/utils/injection/reach';
import { isManagedId } from '@/utils/profiles/managed-id';
import type { TabStatus } from './tab-status';

export interface TabStatusBarProps {
  status: TabStatus;
  paused: boolean;
  onSwitch: (change: SwitchChange) => void;
  onReload: () => void;
  /** Asks for the hosts and makes the page one whose requests carry the token. */
  onUse: (page: string, profileId: string) => void;
}

/** One line on what happens in the current tab, what can be done about it, and the switch for all. */
export function TabStatusBar(props: TabStatusBarProps): JSX.Element {
  const { status, paused, onSwitch } = props;
  return (
    <footer>
      <p class={`tab-status ${status.kind}`} role="status">
        {getStatusText(status)}
      </p>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          checked={!paused}
          onChange={(event) => onSwitch({ kind: 'all', on: event.currentTarget.checked })}
        />
        <span>Send token</span>
      </label>
      <TabActions {...props} />
    </footer>
  );
}

function TabActions({ status, onSwitch, onReload, onUse }: TabStatusBarProps): JSX.Element | null {
  const offer = (label: string, act: () => void): JSX.Element => (
    <button type="button" class="link" onClick={act}>
      {label}
    </button>
  );
  const list = (...actions: JSX.Element[]): JSX.Element => <div class="tab-actions">{actions}</div>;
  switch (status.kind) {
    case 'needs-reload':
      return list(offer('Reload', onReload));
    case 'not-chosen':
      // The team's cannot be changed.
      return isManagedId(status.profileId)
        ? null
        : list(offer('Use on this site', () => onUse(status.page, status.profileId)));
    case 'not-permitted':
      return list(offer('Allow', () => onUse(status.page, status.profileId)));
    case 'off-site':
      return list(offer('Switch on', () => onSwitch({ kind: 'site', origin: status.page, on: true })));
    case 'off-tab':
      return list(offer('Switch on', () => onSwitch({ kind: 'tab', tabId: status.tabId, on: true })));
    case 'carries':
      return list(
        offer('Off on this site', () => onSwitch({ kind: 'site', origin: status.page, on: false })),
        offer('Off in this tab', () => onSwitch({ kind: 'tab', tabId: status.tabId, on: false })),
      );
    default:
      return null;
  }
}

function getStatusText(status: TabStatus): string {
  switch (status.kind) {
    case 'foreign':
      return 'Not a KnetikCloud page';
    case 'insecure':
      return 'No token here: this page came over plain http';
    case 'logged-out':
      return 'Get a token, and requests from this page carry it';
    case 'locked':
      return 'Locked: this page sends no token';
    case 'paused':
      return 'Paused: this page sends no token';
    case 'off-site':
      return 'Off on this site: this page sends no token';
    case 'off-tab':
      return 'Off in this tab: this page sends no token';
    case 'not-permitted':
      return 'The browser keeps the extension off this page or its API';
    case 'needs-reload':
      return 'Reload this tab once, then its requests carry the token';
    case 'carries':
      return status.names.length === 0
        ? 'Requests from this page carry the token'
        : `Requests from this page carry the token of ${status.names.join(' and ')}`;
    case 'not-chosen':
      return `No token here: yours is for ${new URL(status.api_origin).host}`;
  }
}
