import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { readFirstSteps, watchFirstSteps } from '@/utils/platform/first-steps';
import { t } from '@/utils/platform/texts';
import { useLive } from '../use-live';
import { FirstStepsList } from './FirstStepsList';
import { ReleaseSection } from './ReleaseSection';
import { type SelfTest, SelfTestSection } from './SelfTestSection';

/** The welcome page. @param prepareSelfTest makes it ready for an API */
export function WelcomeApp({ prepareSelfTest }: { prepareSelfTest: (origin: string) => SelfTest }): JSX.Element | null {
  const facts = useLive(readFirstSteps, watchFirstSteps);
  const origin = facts?.origin;
  const selfTest = useMemo(() => (origin === undefined ? undefined : prepareSelfTest(origin)), [origin]);
  const isShown = facts !== undefined;
  useEffect(() => {
    // What the address names was not there yet when the page was loaded.
    if (isShown && location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [isShown]);
  if (!facts || !selfTest) return null;
  return (
    <>
      <header>
        <img src="/icon/48.png" alt="" width="24" height="24" />
        <h1>{t('welcome.heading')}</h1>
      </header>
      <main>
        <section aria-labelledby="steps-heading">
          <h2 id="steps-heading">{t('welcome.stepsHeading')}</h2>
          <p>{t('welcome.intro')}</p>
          <FirstStepsList facts={facts} />
          <p class="hint">
            <a href="/options.html">{t('welcome.optionsLink')}</a>
          </p>
        </section>
        <SelfTestSection origin={facts.origin} selfTest={selfTest} isAtOnce={location.hash === '#self-test'} />
        <ReleaseSection />
      </main>
    </>
  );
}
