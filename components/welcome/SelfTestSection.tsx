import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SelfTestCheck, SelfTestResult, SelfTestVerdict } from '@/utils/messages/self-test-result';
import { buildReportText } from '@/utils/platform/report-text';
import { t } from '@/utils/platform/texts';
import { CopyButton } from '../CopyButton';
import { CHECK_TEXTS, VERDICT_TEXTS } from './self-test-texts';

/** The self-test, made ready for one API. */
export interface SelfTest {
  checks: readonly SelfTestCheck[];
  run: (onResult: (result: SelfTestResult) => void) => Promise<SelfTestResult[]>;
}

const SIGNS: Record<SelfTestVerdict, string> = { passed: '✓', failed: '✗', unknown: '?' };

type Verdicts = Partial<Record<SelfTestCheck, SelfTestVerdict>>;

export interface SelfTestSectionProps {
  origin: string;
  selfTest: SelfTest;
  /** For those who came for it. Nothing is sent to a server without the user's will. */
  isAtOnce: boolean;
}

/** Does injection work in this browser? Runs at each press of its button. */
export function SelfTestSection({ origin, selfTest, isAtOnce }: SelfTestSectionProps): JSX.Element {
  const [isBegun, setBegun] = useState(isAtOnce);
  const [verdicts, setVerdicts] = useState<Verdicts>({});
  const [results, setResults] = useState<readonly SelfTestResult[]>();
  const runs = useRef(0);
  const run = async (): Promise<void> => {
    runs.current += 1;
    const mine = runs.current;
    setBegun(true);
    setVerdicts({});
    setResults(undefined);
    const found = await selfTest.run(({ check, verdict }) => {
      if (mine === runs.current) setVerdicts((before) => ({ ...before, [check]: verdict }));
    });
    if (mine === runs.current) setResults(found);
  };
  useEffect(() => {
    // Also again when another profile, with another API, is shown.
    if (isBegun) void run();
  }, [origin]);
  return (
    <section id="self-test" aria-labelledby="self-test-heading">
      <h2 id="self-test-heading">{t('selfTest.heading')}</h2>
      <p class="hint">{t('selfTest.intro', { host: new URL(origin).host })}</p>
      <p role="status" class="self-test-summary">
        {results ? <Summary results={results} /> : isBegun ? t('selfTest.running') : ''}
      </p>
      {isBegun ? (
        <ul class="checks">
          {selfTest.checks.map((check) => (
            <CheckLine key={check} check={check} verdict={verdicts[check]} />
          ))}
        </ul>
      ) : null}
      <div class="actions">
        {/* Keeps the focus while it runs. */}
        <button type="button" aria-disabled={isBegun && !results} onClick={() => void ((results ?? !isBegun) && run())}>
          {t(isBegun ? 'selfTest.again' : 'selfTest.run')}
        </button>
        {results ? <CopyButton text={buildReportText(results)} label={t('selfTest.copyReport')} /> : null}
      </div>
      <p class="hint">{t('selfTest.reportHint')}</p>
    </section>
  );
}

function Summary({ results }: { results: readonly SelfTestResult[] }): JSX.Element {
  const count = (wanted: SelfTestVerdict): number => results.filter(({ verdict }) => verdict === wanted).length;
  const failed = count('failed');
  const unknown = count('unknown');
  if (failed > 0) return <strong class="failed">{t('selfTest.someFailed', { count: String(failed) })}</strong>;
  if (unknown > 0) return <strong class="unknown">{t('selfTest.someUnknown', { count: String(unknown) })}</strong>;
  return <strong class="passed">{t('selfTest.allPassed')}</strong>;
}

function CheckLine({ check, verdict }: { check: SelfTestCheck; verdict: SelfTestVerdict | undefined }): JSX.Element {
  const { promise, advice } = CHECK_TEXTS[check];
  return (
    <li class={verdict ?? 'waiting'}>
      <span class="sign" aria-hidden="true">
        {verdict ? SIGNS[verdict] : '…'}
      </span>
      <span class="promise">
        {t(promise)}
        {verdict === 'failed' ? <span class="advice">{t(advice)}</span> : null}
        {verdict === 'unknown' ? <span class="advice">{t('selfTest.unknownAdvice')}</span> : null}
      </span>
      <span class="verdict">{verdict ? t(VERDICT_TEXTS[verdict]) : t('selfTest.waiting')}</span>
    </li>
  );
}
