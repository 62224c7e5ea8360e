import type { JSX } from 'preact';
import { openShortcutSettings, readShortcut, watchShortcuts } from '@/utils/platform/commands';
import { t } from '@/utils/platform/texts';
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
        t('vault.noLockKeys')
      ) : (
        <>
          {t('vault.lockKeys')} <kbd dir="ltr">{shortcut.keys}</kbd>
        </>
      )}{' '}
      <button type="button" class="link" onClick={() => void openShortcutSettings()}>
        {t('vault.changeKeys')}
      </button>
    </p>
  );
}
