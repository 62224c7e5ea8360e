import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { canSeeSystemLock } from '@/utils/platform/idle';
import { t } from '@/utils/platform/texts';
import { DEFAULT_AUTO_LOCK_MINUTES, type Settings } from '@/utils/profiles/settings';
import { CheckOption } from '../CheckOption';
import { MinutesField } from './MinutesField';
import { formatMinutes } from '../format-number';

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
      <legend>{t('settings.lockHeading')}</legend>
      {maxMinutes === undefined ? null : (
        <p class="hint">{t('settings.lockPolicy', { duration: formatMinutes(maxMinutes) })}</p>
      )}
      <label class="option">
        <input type="radio" name={id} checked={isTimed} onChange={choose(someMinutes)} />
        <span>{t('settings.lockIdle')}</span>
      </label>
      <label class="option">
        <input type="radio" name={id} checked={!isTimed} disabled={maxMinutes !== undefined} onChange={choose(null)} />
        <span>{t('settings.lockNever')}</span>
      </label>
      <MinutesField
        label={t('settings.idleMinutes')}
        minutes={autoLockMinutes ?? someMinutes}
        maxMinutes={maxMinutes}
        disabled={!isTimed}
        onSave={(minutes) => onSave({ autoLockMinutes: minutes })}
      />
      <MinutesField
        label={t('settings.productionIdleMinutes')}
        minutes={productionAutoLockMinutes}
        maxMinutes={maxMinutes}
        hint={t('settings.productionIdleHint')}
        onSave={(minutes) => onSave({ productionAutoLockMinutes: minutes })}
      />
      <CheckOption
        label={t('settings.lockWithScreen')}
        {...(canSeeSystemLock()
          ? { checked: lockWithSystem }
          : {
              checked: false,
              disabled: true,
              hint: t('settings.lockWithScreenHint'),
            })}
        onChange={(checked) => onSave({ lockWithSystem: checked })}
      />
    </fieldset>
  );
}
