import * as v from 'valibot';
import { MAX_ORIGINS, OWN_REACH, type Reach } from '@/utils/injection/reach';
import { readBaseUrl } from '@/utils/oauth2/base-url';
import { EMPTY_TOKEN_FORM, type TokenForm, TokenFormSchema, withoutSecrets } from '@/utils/oauth2/token-form';

export const PROFILE_COLOURS = ['blue', 'teal', 'green', 'amber', 'orange', 'red', 'purple', 'grey'] as const;
export type ProfileColour = (typeof PROFILE_COLOURS)[number];

export const MAX_NAME_LENGTH = 80;
/** Many times what a large team has; the list stays quick with it. */
export const MAX_PROFILES = 2000;

/** Exactly an origin, and one over which a credential may go. */
export const ConfidentialOrigin = v.pipe(
  v.string(),
  v.check((text) => {
    const reading = readBaseUrl(text);
    return reading.ok && reading.origin === text;
  }, 'not a confidential origin'),
);

const Origins = v.pipe(v.array(ConfidentialOrigin), v.maxLength(MAX_ORIGINS));

export const ReachSchema: v.GenericSchema<unknown, Reach> = v.object({
  pages: Origins,
  apis: Origins,
  links: v.boolean(),
  everything: v.boolean(),
});

export const ProfileNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX_NAME_LENGTH));

/** Random for the user's own; made from the name for a team's. */
export const ProfileIdSchema = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));

/** What the user configures: whom to log in as, where, and where the token goes. Holds no secret: it is on disk. */
export const ProfileSchema = v.object({
  id: ProfileIdSchema,
  name: ProfileNameSchema,
  colour: v.picklist(PROFILE_COLOURS),
  /** Wears a warning, and writes only while the user allows it. */
  isProduction: v.boolean(),
  /** The login as it was typed last, its secrets always empty. */
  form: v.pipe(TokenFormSchema, v.transform(withoutSecrets)),
  /** Where the tokens of a login at the form's origin may go. */
  reach: ReachSchema,
  /** The same for origins that it was used for before, so that no token goes where another server's was to go. */
  otherReaches: v.optional(v.record(v.string(), ReachSchema)),
  /** Set while a removal can still be undone; such a profile does nothing. Milliseconds since the epoch. */
  removedAtMs: v.optional(v.number()),
});
export type Profile = v.InferOutput<typeof ProfileSchema>;

/** A profile with nothing in it but the defaults. */
export function buildProfile(id: string, part: Partial<Omit<Profile, 'id'>> = {}): Profile {
  return {
    id,
    name: 'New profile',
    colour: 'blue',
    isProduction: false,
    form: EMPTY_TOKEN_FORM,
    reach: OWN_REACH,
    ...part,
  };
}

/** The origin that the profile logs in at; undefined while its base URL is no usable address. */
export function getLoginOrigin({ form }: Pick<Profile, 'form'>): string | undefined {
  const reading = readBaseUrl(form.base_url);
  return reading.ok ? reading.origin : undefined;
}

/** The profile with another login; at another origin it has that origin's reach, at first none but its own. */
export function withForm(profile: Profile, form: TokenForm): Profile {
  const changed = { ...profile, form: withoutSecrets(form) };
  const [origin, before] = [getLoginOrigin(changed), getLoginOrigin(profile)];
  if (origin === before || origin === undefined || before === undefined) return changed;
  const others = profile.otherReaches ?? {};
  const reach = Object.hasOwn(others, origin) ? others[origin] : undefined;
  return { ...changed, reach: reach ?? OWN_REACH, otherReaches: { ...others, [before]: profile.reach } };
}

/** Where a token that was issued by this origin may go. */
export function getReachOf(profile: Profile, api_origin: string): Reach {
  return getLoginOrigin(profile) === api_origin ? profile.reach : OWN_REACH;
}
