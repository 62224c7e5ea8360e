import type { JSX } from 'preact';
import type { TabStatus } from './tab-status';

export interface TabStatusBarProps {
  status: TabStatus;
  paused: boolean;
  onPause: (paused: boolean) => void;
  onReload: () => void;
}

/** One line on what happens in the current tab, and the switch that pauses injection. */
export function TabStatusBar({ status, paused, onPause, onReload }: TabStatusBarProps): JSX.Element {
  return (
    <footer>
      <p class={`tab-status ${status.kind}`} role="status">
        {getStatusText(status)}
        {status.kind === 'needs-reload' ? (
          <button type="button" class="link" onClick={onReload}>
            Reload
          </button>
        ) : null}
      </p>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          checked={!paused}
          onChange={(event) => onPause(!event.currentTarget.checked)}
        />
        <span>Send token</span>
      </label>
    </footer>
  );
}

function getStatusText(status: TabStatus): string {
  switch (status.kind) {
    case 'foreign':
      return 'Not a KnetikCloud page';
    case 'logged-out':
      return 'Get a token, and requests from this page carry it';
    case 'paused':
      return 'Paused: this page sends no token';
    case 'needs-reload':
      return 'Reload this tab once, then its requests carry the token';
    case 'carries':
      return 'Requests from this page carry the token';
    case 'other-host':
      return `No token here: yours is for ${new URL(status.origin).host}`;
  }
}
