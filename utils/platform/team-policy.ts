import browser from 'webextension-polyfill';
import { type PolicyReading, readTeamPolicy } from '@/utils/profiles/team-policy';

/**
 * What an administrator has set. When Chromium starts, it answers only once it has read its policies, which took about
 * three seconds here: nothing that a policy could forbid may be done before, and nothing else should wait for it.
 */
export async function readPolicy(): Promise<PolicyReading> {
  return readTeamPolicy(await browser.storage.managed.get().catch(expectNoPolicy));
}

/**
 * Calls back whenever the policy has changed; returns the way to stop that. Chromium hands the policy out a moment after
 * the installation, and tells of it here. Firefox reads it when it starts.
 */
export function watchPolicy(callback: (reading: PolicyReading) => void): () => void {
  // What is read, not what is told: only the whole of a policy can be checked.
  const tell = async (): Promise<void> => callback(await readPolicy());
  const readAgain = (): void => void tell();
  browser.storage.managed.onChanged.addListener(readAgain);
  return () => browser.storage.managed.onChanged.removeListener(readAgain);
}

/** Firefox has no other way to say that there is no policy, and no other word for it than this message. */
function expectNoPolicy(error: unknown): object {
  if (error instanceof Error && error.message === 'Managed storage manifest not found') return {};
  throw error;
}
