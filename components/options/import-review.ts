import { OWN_REACH, type Reach } from '@/utils/injection/reach';
import type { ImportedProfile, ImportedSecrets } from '@/utils/imports/imported-profile';
import { buildProfile, MAX_NAME_LENGTH, MAX_PROFILES } from '@/utils/profiles/profile';
import { findFreeName, listPresent, type NewProfile, type ProfileList } from '@/utils/profiles/profile-list';

/** A proposed profile and what the user wants of it. */
export interface ReviewItem {
  imported: ImportedProfile;
  isTaken: boolean;
  name: string;
  /** Off at first: an import must not widen where tokens go by itself. */
  takesReach: boolean;
  /** The name of a profile that has this login already. */
  twin: string | undefined;
}

/** The proposed profiles under names that are free; those that are there already are not taken unless asked for. */
export function buildReview(imported: readonly ImportedProfile[], profiles: ProfileList): ReviewItem[] {
  const present = listPresent(profiles);
  const named = [...present];
  const twins = new Map(present.map((profile) => [buildLoginKey(profile), profile.name]));
  return imported.map((each) => {
    const name = findFreeName(named, each.profile.name);
    named.push(buildProfile('proposed', { name }));
    const twin = twins.get(buildLoginKey(each.profile));
    return { imported: each, isTaken: twin === undefined, name, takesReach: false, twin };
  });
}

function buildLoginKey({ form }: Pick<NewProfile, 'form'>): string {
  const { base_url, grant, other_grant_type, client_id, username } = form;
  return JSON.stringify([base_url, grant, grant === 'other' && other_grant_type, client_id, username]);
}

export function findNameProblem({ isTaken, name }: ReviewItem): 'missing' | 'too-long' | undefined {
  if (!isTaken) return undefined;
  if (name.trim() === '') return 'missing';
  return name.trim().length > MAX_NAME_LENGTH ? 'too-long' : undefined;
}

/** True when the profile would send its token further than from its own server's pages to it. */
export function isFurther({ pages, apis, links, everything }: Reach): boolean {
  return pages.length > 0 || apis.length > 0 || links || everything;
}

/** What is to be added, or what speaks against it. */
export function readReview(
  items: readonly ReviewItem[],
  profiles: ProfileList,
):
  | { ok: true; taken: { profile: NewProfile; secrets: ImportedSecrets }[] }
  | { ok: false; code: 'bad-name' | 'too-many' } {
  const taken = items.filter(({ isTaken }) => isTaken);
  if (taken.some((item) => findNameProblem(item) !== undefined)) return { ok: false, code: 'bad-name' };
  // Removed ones count until they are gone, as their removal may be undone.
  if (profiles.length + taken.length > MAX_PROFILES) return { ok: false, code: 'too-many' };
  return { ok: true, taken: taken.map(buildTaken) };
}

function buildTaken({ imported, name, takesReach }: ReviewItem): { profile: NewProfile; secrets: ImportedSecrets } {
  const { colour, isProduction, form, reach } = imported.profile;
  const profile = { name: name.trim(), colour, isProduction, form, reach: takesReach ? reach : OWN_REACH };
  return { profile, secrets: imported.secrets };
}
