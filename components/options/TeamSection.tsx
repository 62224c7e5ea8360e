import { Fragment, type JSX } from 'preact';
import { readPolicy, watchPolicy } from '@/utils/platform/team-policy';
import type { PolicyReading, TeamPolicy } from '@/utils/profiles/team-policy';
import { useLive } from '../use-live';
import { getPolicyProblemText } from './policy-texts';

/** What an administrator has set for this browser; nothing here can be changed. */
export function TeamSection(): JSX.Element {
  const reading = useLive(readPolicy, watchPolicy);
  return (
    <section id="team" aria-labelledby="team-heading">
      <h2 id="team-heading">Team</h2>
      {reading ? <Policy {...reading} /> : null}
    </section>
  );
}

function Policy({ policy, problems }: PolicyReading): JSX.Element {
  const terms = listTerms(policy);
  if (terms.length === 0 && problems.length === 0) return <p class="hint">No policy is set on this browser.</p>;
  return (
    <>
      <p>Your administrator has set this. It cannot be changed here.</p>
      <dl>
        {terms.map(([term, values]) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            {values.map((value) => (
              <dd key={value}>{value}</dd>
            ))}
          </Fragment>
        ))}
      </dl>
      {problems.length === 0 ? null : (
        <section aria-labelledby="policy-problems-heading" class="notice warning">
          <h3 id="policy-problems-heading">The policy has mistakes. Tell your administrator:</h3>
          <ul>
            {problems.map((problem) => (
              <li key={problem.code + problem.path}>{getPolicyProblemText(problem)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What the policy says of what. Where it says nothing, there is no term. */
function listTerms({ profiles, auto_lock_minutes, allowed_hosts }: TeamPolicy): [string, readonly string[]][] {
  const terms: [string, readonly string[]][] = [];
  if (profiles.length > 0) terms.push(['Profiles', profiles.map(({ name }) => name)]);
  if (allowed_hosts) terms.push(['Allowed hosts', allowed_hosts.length > 0 ? allowed_hosts : ['None']]);
  if (auto_lock_minutes !== undefined) {
    terms.push(['Vault', [`Locks after ${auto_lock_minutes} idle minutes at the latest`]]);
  }
  return terms;
}
