import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { setSyncing, syncSettingsItem } from '@/utils/platform/settings-sync';
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
      <legend>Other browsers</legend>
      <CheckOption
        label="Sync these settings with your browser account"
        hint="Only what is set here: no secret, no profile, no page. The newest change counts. Switched off, the copy is removed from your account; another browser where this is on puts its own there."
        checked={isOn}
        onChange={change}
      />
      {hasFailed ? (
        <p class="problem" role="alert">
          The browser’s sync does not work now. Your settings here are as they were; try again later.
        </p>
      ) : null}
    </fieldset>
  );
}
