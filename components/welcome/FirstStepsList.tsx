import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { askForOwnHosts, type FirstSteps, openApiPage } from '@/utils/platform/first-steps';
import { openPopup } from '@/utils/platform/open-popup';
import { askForHosts } from '@/utils/platform/permissions';
import { t, type TextKey } from '@/utils/platform/texts';
import { isKnetikCloudHost } from '@/utils/oauth2/base-url';
import { getStepStates, type StepState } from './get-step-states';

const STATE_TEXTS: Record<StepState, TextKey> = {
  done: 'welcome.done',
  next: 'welcome.next',
  later: 'welcome.later',
};

/** The way to the first 200. Each step ticks itself. */
export function FirstStepsList({ facts }: { facts: FirstSteps }): JSX.Element {
  const states = getStepStates(facts);
  const host = new URL(facts.origin).host;
  const isAllDone = Object.values(states).every((state) => state === 'done');
  return (
    <>
      <ol class="steps">
        <Step number={1} state={states.open} title={t('welcome.openTitle')}>
          <p>{facts.keys === undefined ? t('welcome.openText') : t('welcome.openTextKeys', { keys: facts.keys })}</p>
          {facts.isOnToolbar === false ? <p>{t('welcome.pinText')}</p> : null}
          {facts.hasHostAccess ? null : <HostAccess origin={facts.origin} />}
        </Step>
        <Step number={2} state={states['log-in']} title={t('welcome.logInTitle')}>
          <p>{t('welcome.logInText')}</p>
          <div class="actions">
            <StepButton isNext={states['log-in'] === 'next'} label={t('welcome.openPopup')} onClick={openPopup} />
          </div>
          <p class="hint links">
            <a href="/options.html#import-export">{t('welcome.importLink')}</a>
            <a href="/options.html#vault">{t('welcome.vaultLink')}</a>
          </p>
        </Step>
        <Step number={3} state={states['first-200']} title={t('welcome.tryTitle')}>
          <p>{t('welcome.tryText')}</p>
          <div class="actions">
            <StepButton
              isNext={states['first-200'] === 'next'}
              label={t('welcome.openApi', { host })}
              onClick={() => openApiPage(facts.origin)}
            />
          </div>
        </Step>
      </ol>
      <p role="status" class={isAllDone ? 'notice success' : 'visually-hidden'}>
        {isAllDone ? t('welcome.allDone') : ''}
      </p>
    </>
  );
}

function Step(props: { number: number; state: StepState; title: string; children: ComponentChildren }): JSX.Element {
  const { number, state, title, children } = props;
  return (
    <li class={`step ${state}`} aria-current={state === 'next' ? 'step' : undefined}>
      <span class="step-number" aria-hidden="true">
        {state === 'done' ? '✓' : number}
      </span>
      <div class="step-body">
        <div class="step-head">
          <h3>{title}</h3>
          <span class={state === 'done' ? 'pill on' : 'pill'}>{t(STATE_TEXTS[state])}</span>
        </div>
        {children}
      </div>
    </li>
  );
}

/** The one of the step that is next stands out. */
function StepButton(props: { isNext: boolean; label: string; onClick: () => Promise<void> }): JSX.Element {
  const { isNext, label, onClick } = props;
  return (
    <button type="button" class={isNext ? 'primary' : undefined} onClick={() => void onClick()}>
      {label}
    </button>
  );
}

/** What the user may take away, or Firefox may not have given. */
function HostAccess({ origin }: { origin: string }): JSX.Element {
  const [isDenied, setDenied] = useState(false);
  const { host, hostname } = new URL(origin);
  const ask = (): Promise<boolean> => (isKnetikCloudHost(hostname) ? askForOwnHosts() : askForHosts([origin]));
  return (
    <div class="notice warning">
      <p>{t('welcome.hostMissing', { host })}</p>
      <div class="actions">
        <button type="button" onClick={() => void ask().then((isGiven) => setDenied(!isGiven))}>
          {t('welcome.allowHost')}
        </button>
      </div>
      <p role="alert">{isDenied ? t('welcome.hostDenied') : ''}</p>
    </div>
  );
}
