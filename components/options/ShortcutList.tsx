import { Fragment, type JSX } from 'preact';
import { openShortcutSettings, readShortcuts, type ShortcutName, watchShortcuts } from '@/utils/platform/commands';
import { t, type TextKey } from '@/utils/platform/texts';
import { useLive } from '../use-live';

const COMMANDS: Record<ShortcutName, TextKey> = {
  _execute_action: 'command.openPopup',
  'get-token': 'command.getToken',
  'toggle-pause': 'command.togglePause',
  'lock-vault': 'command.lockVault',
};

/** Says which keys do what, and where to change them. */
export function ShortcutList(): JSX.Element {
  const shortcuts = useLive(readShortcuts, watchShortcuts);
  return (
    <fieldset>
      <legend>{t('command.heading')}</legend>
      {shortcuts ? (
        <dl>
          {(Object.keys(COMMANDS) as ShortcutName[]).map((name) => (
            <Fragment key={name}>
              <dt>{t(COMMANDS[name])}</dt>
              <dd>{shortcuts[name] === undefined ? t('command.noKeys') : <kbd dir="ltr">{shortcuts[name]}</kbd>}</dd>
            </Fragment>
          ))}
        </dl>
      ) : null}
      <button type="button" class="link" onClick={() => void openShortcutSettings()}>
        {t('command.change')}
      </button>
    </fieldset>
  );
}
