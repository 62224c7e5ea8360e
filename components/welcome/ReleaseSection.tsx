import type { JSX } from 'preact';
import { t } from '@/utils/platform/texts';
import { RELEASE_NOTES } from './release-notes';

/** What each version brought. */
export function ReleaseSection(): JSX.Element {
  return (
    <section id="new" aria-labelledby="new-heading">
      <h2 id="new-heading">{t('release.heading')}</h2>
      {RELEASE_NOTES.map(({ version, points }) => (
        <div key={version}>
          <h3>{t('release.version', { version })}</h3>
          <ul>
            {points.map((point) => (
              <li key={point}>{t(point)}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
