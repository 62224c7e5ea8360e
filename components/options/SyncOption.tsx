import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { setSyncing, syncSettingsItem } from '@/utils/platform/settings-sync';
import { t } from '@/utils/platform/texts';
import { useStored } from '../use-stored';
import { CheckOption } from '../CheckOption';

/** Whether the browser's account carries the settings to the user's other browsers. */
export function SyncOption(): JSX.Element | null {
  const isOn = useStored(syncSettingsItem);
  const [hasFailed, setFailed] = useState(false);
  if (isOn === undefined) return null;
  const change = (on: boolean): void =>
    void setSyncing(on).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <fieldset>
      <legend>{t('settings.syncHeading')}</legend>
      <CheckOption label={t('settings.sync')} hint={t('settings.syncHint')} checked={isOn} onChange={change} />
      {hasFailed ? (
        <p class="problem" role="alert">
          {t('settings.syncProblem')}
        </p>
      ) : null}
    </fieldset>
  );
}
