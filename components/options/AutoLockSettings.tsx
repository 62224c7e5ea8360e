import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { canSeeSystemLock } from '@/utils/platform/idle';
import { DEFAULT_AUTO_LOCK_MINUTES, type Settings } from '@/utils/profiles/settings';
import { CheckOption } from '../CheckOption';
import { MinutesField } from './MinutesField';

export interface AutoLockSettingsProps {
  /** As they are in force: within the team's bounds. */
  settings: Settings;
  /** The most that the team's policy allows. */
  maxMinutes: number | undefined;
  onSave: (change: Partial<Settings>) => void;
}

/** When the vault locks by itself. */
export function AutoLockSettings({ settings, maxMinutes, onSave }: AutoLockSettingsProps): JSX.Element {
  const id = useId();
  const { autoLockMinutes, productionAutoLockMinutes, lockWithSystem } = settings;
  const isTimed = autoLockMinutes !== null;
  const someMinutes = Math.min(DEFAULT_AUTO_LOCK_MINUTES, maxMinutes ?? Infinity);
  const choose = (minutes: number | null) => () => onSave({ autoLockMinutes: minutes });
  return (
    <fieldset>
      <legend>Lock the vault</legend>
      {maxMinutes === undefined ? null : (
        <p class="hint">Your team’s policy: after {maxMinutes} idle minutes at the latest.</p>
      )}
      <label class="option">
        <input type="radio" name={id} checked={isTimed} onChange={choose(someMinutes)} />
        <span>When nobody has used the computer for a while</span>
      </label>
      <label class="option">
        <input type="radio" name={id} checked={!isTimed} disabled={maxMinutes !== undefined} onChange={choose(null)} />
        <span>Not before the browser closes</span>
      </label>
      <MinutesField
        label="Idle minutes before locking"
        minutes={autoLockMinutes ?? someMinutes}
        maxMinutes={maxMinutes}
        disabled={!isTimed}
        onSave={(minutes) => onSave({ autoLockMinutes: minutes })}
      />
      <MinutesField
        label="Idle minutes while logged in to production"
        minutes={productionAutoLockMinutes}
        maxMinutes={maxMinutes}
        hint="The shorter of both counts."
        onSave={(minutes) => onSave({ productionAutoLockMinutes: minutes })}
      />
      <CheckOption
        label="Also when the computer’s screen is locked"
        {...(canSeeSystemLock()
          ? { checked: lockWithSystem }
          : {
              checked: false,
              disabled: true,
              hint: 'Firefox does not tell extensions of it: the minutes above count.',
            })}
        onChange={(checked) => onSave({ lockWithSystem: checked })}
      />
    </fieldset>
  );
}
