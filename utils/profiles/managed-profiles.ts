import { GRANT_CHOICES } from '@/utils/oauth2/grants';
import { EMPTY_TOKEN_FORM, type TokenForm, withoutSecrets } from '@/utils/oauth2/token-form';
import { buildManagedId } from './managed-id';
import { buildProfile, type Profile } from './profile';
import type { TeamPolicy } from './team-policy';
import { LOCKABLE_FIELDS, type TeamProfile } from './team-profile';

/** The team's profiles, in the policy's order. They are never stored: the policy is asked each time. */
export function toManagedProfiles({ profiles }: TeamPolicy): Profile[] {
  return profiles.map((each) => {
    const { name, production: isProduction = false, pages = [], apis = [], links = false, everything = false } = each;
    const { colour = isProduction ? 'red' : 'blue', base_url } = each;
    const listOthers = (origins: readonly string[]) => [...new Set(origins)].filter((origin) => origin !== base_url);
    const reach = { pages: listOthers(pages), apis: listOthers(apis), links, everything };
    return buildProfile(buildManagedId(name), { name, colour, isProduction, form: buildForm(each), reach });
  });
}

/** The fields of the login form that the user may not change; of a profile that is not the team's, none. */
export function getLockedFields({ profiles }: TeamPolicy, profileId: string): readonly (keyof TokenForm)[] {
  const profile = findProfile(profiles, profileId);
  if (!profile) return [];
  const locked = profile.locked_fields ?? LOCKABLE_FIELDS.filter((field) => profile[field] !== undefined);
  return [...new Set(locked)].flatMap((field) =>
    field === 'grant_type' ? (['grant', 'other_grant_type'] as const) : [field],
  );
}

/** The form with the policy's values in every locked field, whatever was typed. */
export function lockForm(policy: TeamPolicy, profileId: string, form: TokenForm): TokenForm {
  const profile = findProfile(policy.profiles, profileId);
  if (!profile) return form;
  const given = buildForm(profile);
  const locked = getLockedFields(policy, profileId).map((field) => [field, given[field]] as const);
  return { ...form, ...Object.fromEntries(locked) };
}

function findProfile(profiles: readonly TeamProfile[], profileId: string): TeamProfile | undefined {
  return profiles.find(({ name }) => buildManagedId(name) === profileId);
}

function buildForm({ base_url, grant_type, client_id, username }: TeamProfile): TokenForm {
  const { other_grant_type } = EMPTY_TOKEN_FORM;
  // By the name "other" the form means one that is typed in, so a plug-in of that name is typed in, too.
  const grant = GRANT_CHOICES.find((each) => each === grant_type && each !== 'other');
  const plugin = grant_type === undefined ? {} : { grant: 'other' as const, other_grant_type: grant_type };
  return withoutSecrets({
    ...EMPTY_TOKEN_FORM,
    base_url,
    ...(grant ? { grant, other_grant_type } : plugin),
    ...(client_id !== undefined && { client_id }),
    ...(username !== undefined && { username }),
  });
}
