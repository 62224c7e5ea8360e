import { MAX_NAME_LENGTH, MAX_PROFILES } from '@/utils/profiles/profile';
import { type Findings, countLeftOut } from './found-login';
import type { ImportedProfile } from './imported-profile';
import type { ImportNote, LeftOutReason } from './import-note';
import { proposeProfile } from './propose-profile';

/** The profiles for all logins that were found, each once and under a name of its own, and what was left out. */
export function proposeProfiles({ logins, notes = [] }: Findings): {
  profiles: ImportedProfile[];
  notes: ImportNote[];
} {
  const byContent = new Map<string, ImportedProfile>();
  const leftOut = new Map<LeftOutReason, number>();
  let isFull = false;
  for (const login of logins) {
    const proposal = proposeProfile(login);
    if (!proposal.ok) leftOut.set(proposal.reason, (leftOut.get(proposal.reason) ?? 0) + 1);
    else {
      const { profile, secrets } = proposal.imported;
      const content = JSON.stringify([profile.form, secrets]);
      isFull ||= byContent.size === MAX_PROFILES && !byContent.has(content);
      if (!isFull && !byContent.has(content)) byContent.set(content, proposal.imported);
    }
    if (isFull) break;
  }
  const full: ImportNote[] = isFull ? [{ code: 'first-only', count: MAX_PROFILES }] : [];
  const counts = Array.from(leftOut).flatMap(([reason, count]) => countLeftOut(count, reason));
  return { profiles: withOwnNames([...byContent.values()]), notes: [...notes, ...counts, ...full] };
}

function withOwnNames(profiles: readonly ImportedProfile[]): ImportedProfile[] {
  const counts = new Map<string, number>();
  return profiles.map((imported) => {
    const { name } = imported.profile;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (count === 1) return imported;
    const ending = ` ${count}`;
    const start = name
      .slice(0, MAX_NAME_LENGTH - ending.length)
      .toWellFormed()
      .replace(/\uFFFD$/, '');
    return { ...imported, profile: { ...imported.profile, name: `${start}${ending}` } };
  });
}
