import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { readProfiles, watchProfiles } from '@/utils/platform/profile-storage';
import { watchPolicy } from '@/utils/platform/team-policy';
import { t, type TextKey } from '@/utils/platform/texts';
import { useLive } from '../use-live';
import { useLocks } from '../use-locks';
import { AboutSection } from './AboutSection';
import { ExportSection } from './ExportSection';
import { ImportSection } from './ImportSection';
import { ProblemsSection } from './ProblemsSection';
import { ProfilesSection } from './ProfilesSection';
import { SettingsSection } from './SettingsSection';
import { TeamSection } from './TeamSection';
import { VaultSection } from './VaultSection';

const SECTIONS: Readonly<Record<string, TextKey>> = {
  profiles: 'profiles.heading',
  'import-export': 'options.importExport',
  vault: 'vault.heading',
  settings: 'settings.heading',
  team: 'policy.heading',
  problems: 'problems.heading',
  about: 'about.heading',
};

/** The options page. What it shows is what is stored; only what is being typed is its own. */
export function OptionsApp(): JSX.Element | null {
  const profiles = useLive(readProfiles, watchAll);
  const { locks } = useLocks();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    document.title = t('options.title', { extension: t('extension.name') });
  }, []);
  if (!profiles) return null;
  return (
    <>
      <header>
        <img src="/icon/48.png" alt="" width="24" height="24" />
        <h1>{t('extension.name')}</h1>
        <a href="/welcome.html">{t('welcome.link')}</a>
      </header>
      <nav aria-label={t('options.sections')}>
        {Object.entries(SECTIONS).map(([id, label]) => (
          <a key={id} href={`#${id}`}>
            {t(label)}
          </a>
        ))}
      </nav>
      <main>
        <ProfilesSection profiles={profiles} selected={selected} onSelect={setSelected} />
        <section id="import-export" aria-labelledby="import-export-heading">
          <h2 id="import-export-heading">{t('options.importExport')}</h2>
          {/* A lock also ends what is half imported or about to be sealed. */}
          <ImportSection key={`import ${locks}`} profiles={profiles} />
          <ExportSection key={`export ${locks}`} profiles={profiles} selected={selected} />
        </section>
        <VaultSection />
        <SettingsSection />
        <TeamSection />
        <ProblemsSection />
        <AboutSection />
      </main>
    </>
  );
}

/** The user's own and the team's. */
function watchAll(callback: () => void): () => void {
  const stops = [watchProfiles(callback), watchPolicy(() => callback())];
  return () => stops.forEach((stop) => stop());
}
