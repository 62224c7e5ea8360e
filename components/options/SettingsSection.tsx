import type { JSX } from 'preact';
import { changeSettings } from '@/utils/platform/settings-sync';
import { settingsItem } from '@/utils/platform/storage';
import { readPolicy, watchPolicy } from '@/utils/platform/team-policy';
import { t } from '@/utils/platform/texts';
import type { Settings } from '@/utils/profiles/settings';
import { limitAutoLock, type TeamPolicy } from '@/utils/profiles/team-policy';
import { NotifyOption } from '../NotifyOption';
import { useLive } from '../use-live';
import { useStored } from '../use-stored';
import { AutoLockSettings } from './AutoLockSettings';
import { MinutesField } from './MinutesField';
import { SavedNote, useSavedNote } from './SavedNote';
import { SectionHeading } from './SectionHeading';
import { ShortcutList } from './ShortcutList';
import { SyncOption } from './SyncOption';

/** What is set once for all profiles. Saved at once. */
export function SettingsSection(): JSX.Element {
  const settings = useStored(settingsItem);
  const reading = useLive(readPolicy, watchPolicy);
  const { note, say } = useSavedNote();
  const save = (change: Partial<Settings>): void =>
    void changeSettings(change).then(
      () => say(t('settings.saved')),
      () => say(t('settings.notSaved')),
    );
  return (
    <section id="settings" aria-labelledby="settings-heading">
      <SectionHeading id="settings-heading" text={t('settings.heading')}>
        <SavedNote note={note} />
      </SectionHeading>
      {settings && reading ? <AllSettings settings={settings} policy={reading.policy} onSave={save} /> : null}
    </section>
  );
}

function AllSettings(props: {
  settings: Settings;
  policy: TeamPolicy;
  onSave: (change: Partial<Settings>) => void;
}): JSX.Element {
  const { settings, policy, onSave } = props;
  return (
    <>
      <AutoLockSettings
        settings={limitAutoLock(policy, settings)}
        maxMinutes={policy.auto_lock_minutes}
        onSave={onSave}
      />
      <fieldset>
        <legend>{t('settings.productionHeading')}</legend>
        <MinutesField
          label={t('settings.writingMinutes')}
          minutes={settings.writingMinutes}
          hint={t('settings.writingHint')}
          onSave={(minutes) => onSave({ writingMinutes: minutes })}
        />
      </fieldset>
      <fieldset>
        <legend>{t('settings.notificationsHeading')}</legend>
        <NotifyOption />
      </fieldset>
      <ShortcutList />
      <SyncOption />
    </>
  );
}
