import type { JSX } from 'preact';
import { changeSettings } from '@/utils/platform/settings-sync';
import { settingsItem } from '@/utils/platform/storage';
import { readPolicy, watchPolicy } from '@/utils/platform/team-policy';
import type { Settings } from '@/utils/profiles/settings';
import { limitAutoLock, type TeamPolicy } from '@/utils/profiles/team-policy';
import { NotifyOption } from '../NotifyOption';
import { useLive } from '../use-live';
import { useStored } from '../use-stored';
import { AutoLockSettings } from './AutoLockSettings';
import { MinutesField } from './MinutesField';
import { SavedNote, useSavedNote } from './SavedNote';
import { SyncOption } from './SyncOption';

/** What is set once for all profiles. Saved at once. */
export function SettingsSection(): JSX.Element {
  const settings = useStored(settingsItem);
  const reading = useLive(readPolicy, watchPolicy);
  const { note, say } = useSavedNote();
  const save = (change: Partial<Settings>): void =>
    void changeSettings(change).then(
      () => say('Saved'),
      () => say('Not saved: the browser’s storage refused it'),
    );
  return (
    <section id="settings" aria-labelledby="settings-heading">
      <div class="heading-row">
        <h2 id="settings-heading">Settings</h2>
        <SavedNote note={note} />
      </div>
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
        <legend>Production</legend>
        <MinutesField
          label="Minutes that writing stays allowed"
          minutes={settings.writingMinutes}
          hint="After that, only GET and HEAD carry a production token again."
          onSave={(minutes) => onSave({ writingMinutes: minutes })}
        />
      </fieldset>
      <fieldset>
        <legend>Notifications</legend>
        <NotifyOption />
      </fieldset>
      <SyncOption />
    </>
  );
}
