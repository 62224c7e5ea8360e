import type { JSX } from 'preact';
import { openShortcutSettings, readShortcut, watchShortcuts } from '@/utils/platform/commands';
import { useLive } from '../use-live';

const readLockShortcut = async (): Promise<{ keys: string | undefined }> => ({
  keys: await readShortcut('lock-vault'),
});

/** Says which keys lock the vault, and where to change them. */
export function LockShortcut(): JSX.Element | null {
  const shortcut = useLive(readLockShortcut, watchShortcuts);
  if (!shortcut) return null;
  return (
    <p class="hint">
      {shortcut.keys === undefined ? (
        'No keys lock the vault: they were taken by another extension.'
      ) : (
        <>
          <kbd>{shortcut.keys}</kbd> locks the vault from anywhere in the browser.
        </>
      )}{' '}
      <button type="button" class="link" onClick={() => void openShortcutSettings()}>
        Change it in the browser’s shortcuts
      </button>
    </p>
  );
}
