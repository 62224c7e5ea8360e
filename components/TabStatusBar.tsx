import type { JSX } from 'preact';
import type { SwitchChange } from '@/utils/injection/reach';
import { t, type TextKey } from '@/utils/platform/texts';
import { isManagedId } from '@/utils/profiles/managed-id';
import { isolate } from './isolate';
import { joinList } from './join-list';
import type { TabStatus } from './tab-status';

export interface TabStatusBarProps {
  /** Undefined until it is known. */
  status: TabStatus | undefined;
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
      <p class={`tab-status ${status?.kind ?? ''}`} role="status">
        {status && getStatusText(status)}
      </p>
      <TabActions {...props} />
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          checked={!paused}
          onChange={(event) => onSwitch({ kind: 'all', on: event.currentTarget.checked })}
        />
        <span>{t('tab.sendToken')}</span>
      </label>
    </footer>
  );
}

function TabActions({ status, onSwitch, onReload, onUse }: TabStatusBarProps): JSX.Element | null {
  const offer = (label: TextKey, act: () => void): JSX.Element => (
    <button type="button" class="link" onClick={act}>
      {t(label)}
    </button>
  );
  const list = (...actions: JSX.Element[]): JSX.Element => <div class="tab-actions">{actions}</div>;
  switch (status?.kind) {
    case 'needs-reload':
      return list(offer('tab.reload', onReload));
    case 'not-chosen':
      // The team's cannot be changed.
      return isManagedId(status.profileId)
        ? null
        : list(offer('tab.useHere', () => onUse(status.page, status.profileId)));
    case 'not-permitted':
      return list(offer('tab.allow', () => onUse(status.page, status.profileId)));
    case 'off-site':
      return list(offer('tab.switchOn', () => onSwitch({ kind: 'site', origin: status.page, on: true })));
    case 'off-tab':
      return list(offer('tab.switchOn', () => onSwitch({ kind: 'tab', tabId: status.tabId, on: true })));
    case 'carries':
      return list(
        offer('tab.offOnSite', () => onSwitch({ kind: 'site', origin: status.page, on: false })),
        offer('tab.offInTab', () => onSwitch({ kind: 'tab', tabId: status.tabId, on: false })),
      );
    default:
      return null;
  }
}

const STATUS_TEXTS: Record<Exclude<TabStatus['kind'], 'carries' | 'not-chosen'>, TextKey> = {
  foreign: 'tab.foreign',
  insecure: 'tab.insecure',
  'logged-out': 'tab.loggedOut',
  locked: 'tab.locked',
  paused: 'tab.paused',
  'off-site': 'tab.offSite',
  'off-tab': 'tab.offTab',
  'not-permitted': 'tab.notPermitted',
  'needs-reload': 'tab.needsReload',
};

function getStatusText(status: TabStatus): string {
  switch (status.kind) {
    case 'carries':
      return status.names.length === 0
        ? t('tab.carries')
        : t('tab.carriesOf', { names: joinList(status.names.map(isolate)) });
    case 'not-chosen':
      return t('tab.notChosen', { host: isolate(new URL(status.api_origin).host) });
    default:
      return t(STATUS_TEXTS[status.kind]);
  }
}
