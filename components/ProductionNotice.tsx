import type { JSX } from 'preact';
import { askBackground } from '@/utils/platform/popup-messages';
import { settingsItem } from '@/utils/platform/storage';
import { t } from '@/utils/platform/texts';
import type { Profile } from '@/utils/profiles/profile';
import type { Situation } from '@/utils/profiles/situation';
import { formatDuration } from './format-duration';
import { formatMinutes } from './format-number';
import { useNow } from './use-now';
import { useStored } from './use-stored';

export interface ProductionNoticeProps {
  profile: Profile;
  situation: Situation;
  watch: (asking: Promise<unknown>) => Promise<void>;
}

/** Warns that this is production, and lets the user switch writing on for a while. */
export function ProductionNotice({ profile, situation, watch }: ProductionNoticeProps): JSX.Element | null {
  const settings = useStored(settingsItem);
  const nowMs = useNow();
  if (!profile.isProduction || !settings) return null;
  const leftMs = (situation.writingUntil[profile.id] ?? 0) - nowMs;
  const allow = (minutes: number): void =>
    void watch(askBackground('allowWriting', { profileId: profile.id, minutes }));
  return (
    <section class={`notice production-notice colour-${profile.colour}`} aria-label={t('production.region')}>
      <p role="status">
        <strong>{t('production.heading')}</strong> {t(leftMs > 0 ? 'production.writing' : 'production.readOnly')}
      </p>
      {leftMs > 0 ? (
        <button type="button" class="quiet" onClick={() => allow(0)}>
          {t('production.endWriting', { time: formatDuration(leftMs) })}
        </button>
      ) : (
        <button type="button" class="quiet" onClick={() => allow(settings.writingMinutes)}>
          {t('production.allowWriting', { time: formatMinutes(settings.writingMinutes) })}
        </button>
      )}
    </section>
  );
}
