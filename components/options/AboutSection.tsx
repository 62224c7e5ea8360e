import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { getVersion } from '@/utils/platform/install-events';
import { type BuildRecord, checkOwnFiles, type FileCheck, readBuildRecord } from '@/utils/platform/own-files';
import { t } from '@/utils/platform/texts';
import { CopyButton } from '../CopyButton';
import { formatCount } from '../format-number';
import { joinList } from '../join-list';

/** Which version and which build this is, and what goes with it. */
export function AboutSection(): JSX.Element {
  const [build, setBuild] = useState<BuildRecord>();
  useEffect(() => void readBuildRecord().then(setBuild), []);
  return (
    <section id="about" aria-labelledby="about-heading">
      <h2 id="about-heading">{t('about.heading')}</h2>
      <p>{t('release.version', { version: getVersion() })}</p>
      {build ? <Build build={build} /> : null}
      <ul class="about-links">
        <li>
          <a href="/welcome.html#new">{t('about.news')}</a>
        </li>
        <li>
          <a href="/PRIVACY.txt">{t('about.privacy')}</a>
        </li>
        <li>
          <a href="/LICENCE.txt">{t('about.licence')}</a>
        </li>
        <li>
          <a href="/THIRD-PARTY-LICENCES.txt">{t('about.otherLicences')}</a>
        </li>
      </ul>
    </section>
  );
}

function Build({ build }: { build: BuildRecord }): JSX.Element {
  const [check, setCheck] = useState<FileCheck>();
  return (
    <>
      <p>{t('about.build')}</p>
      <p>
        <code class="build-hash" dir="ltr">
          {build.hash}
        </code>
      </p>
      <p class="hint">{t('about.explanation')}</p>
      <div class="actions">
        <CopyButton text={build.hash} label={t('about.copyHash')} />
        <button type="button" class="quiet" onClick={() => void checkOwnFiles(build).then(setCheck)}>
          {t('about.check')}
        </button>
      </div>
      <p role="status">{check ? describeCheck(check) : null}</p>
    </>
  );
}

function describeCheck({ count, changed }: FileCheck): string {
  if (changed.length === 0) return t('about.unchanged', { count: formatCount(count) });
  return t('about.changed', { files: joinList(changed) });
}
