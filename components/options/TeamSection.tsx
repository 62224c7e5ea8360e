import { Fragment, type JSX } from 'preact';
import { readPolicy, watchPolicy } from '@/utils/platform/team-policy';
import { t } from '@/utils/platform/texts';
import type { PolicyProblem, PolicyReading, TeamPolicy } from '@/utils/profiles/team-policy';
import { useLive } from '../use-live';
import { POLICY_EFFECT_TEXTS, POLICY_PROBLEM_TEXTS } from './policy-texts';
import { formatMinutes } from '../format-number';

/** What an administrator has set for this browser; nothing here can be changed. */
export function TeamSection(): JSX.Element {
  const reading = useLive(readPolicy, watchPolicy);
  return (
    <section id="team" aria-labelledby="team-heading">
      <h2 id="team-heading">{t('policy.heading')}</h2>
      {reading ? <Policy {...reading} /> : null}
    </section>
  );
}

function Policy({ policy, problems }: PolicyReading): JSX.Element {
  const terms = listTerms(policy);
  if (terms.length === 0 && problems.length === 0) return <p class="hint">{t('policy.none')}</p>;
  return (
    <>
      <p>{t('policy.setByAdministrator')}</p>
      <dl>
        {terms.map(([term, values]) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            {values.map((value) => (
              <dd key={value}>
                <bdi>{value}</bdi>
              </dd>
            ))}
          </Fragment>
        ))}
      </dl>
      {problems.length === 0 ? null : (
        <section aria-labelledby="policy-problems-heading" class="notice warning">
          <h3 id="policy-problems-heading">{t('policy.problemsHeading')}</h3>
          <ul>
            {problems.map((problem) => (
              <PolicyMistake key={problem.code + problem.path} problem={problem} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function PolicyMistake({ problem }: { problem: PolicyProblem }): JSX.Element {
  const { code, path, profile, effect } = problem;
  return (
    <li>
      {path === '' ? t('policy.wholePolicy') : <code dir="ltr">{path}</code>}
      {profile === undefined ? null : ` ${t('policy.quotedProfile', { name: profile })}`}
      <p>
        {t(POLICY_PROBLEM_TEXTS[code])} {t(POLICY_EFFECT_TEXTS[effect])}
      </p>
    </li>
  );
}

/** What the policy says of what. Where it says nothing, there is no term. */
function listTerms({ profiles, auto_lock_minutes, allowed_hosts }: TeamPolicy): [string, readonly string[]][] {
  const terms: [string, readonly string[]][] = [];
  if (profiles.length > 0) terms.push([t('policy.profiles'), profiles.map(({ name }) => name)]);
  if (allowed_hosts)
    terms.push([t('policy.allowedHosts'), allowed_hosts.length > 0 ? allowed_hosts : [t('policy.noHosts')]]);
  if (auto_lock_minutes !== undefined) {
    terms.push([t('policy.vault'), [t('policy.autoLock', { duration: formatMinutes(auto_lock_minutes) })]]);
  }
  return terms;
}
