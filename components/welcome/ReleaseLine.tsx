import type { JSX } from 'preact';
import { getVersion, getWelcomeUrl, noteVersionSeen, seenVersionItem } from '@/utils/platform/install-events';
import { t } from '@/utils/platform/texts';
import { useStored } from '../use-stored';
import { getSeries, isNewSince } from './release-notes';

/** After an update that brought something: where to read what, until it was read or dismissed. */
export function ReleaseLine(): JSX.Element | null {
  const seen = useStored(seenVersionItem);
  if (seen === undefined || seen === null) return null;
  const version = getVersion();
  if (!isNewSince(version, seen)) return null;
  return (
    <p class="release-line">
      <a href={getWelcomeUrl('new')} target="_blank" onClick={() => void noteVersionSeen()}>
        {t('release.newIn', { version: getSeries(version) })}
      </a>
      <button type="button" class="quiet" onClick={() => void noteVersionSeen()}>
        {t('release.dismiss')}
      </button>
    </p>
  );
}
