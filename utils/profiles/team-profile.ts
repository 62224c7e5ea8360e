import * as v from 'valibot';
import { MAX_ORIGINS } from '@/utils/injection/reach';
import { readBaseUrl } from '@/utils/oauth2/base-url';
import { EMPTY_TOKEN_FORM, readTokenForm } from '@/utils/oauth2/token-form';
import { PROFILE_COLOURS, ProfileNameSchema } from './profile';

/** The fields of a login that a policy can give, and keep the user from changing. */
export const LOCKABLE_FIELDS = ['base_url', 'grant_type', 'client_id', 'username'] as const;

const Text = v.pipe(v.string(), v.trim(), v.minLength(1));

/** Of a longer address the origin is taken, as in the user's own profiles. */
const Origin = v.pipe(
  v.string(),
  v.transform(readBaseUrl),
  v.check(({ ok }) => ok),
  v.transform((reading) => (reading.ok ? reading.origin : '')),
);
const Origins = v.pipe(v.array(Origin), v.maxLength(MAX_ORIGINS));

const GrantType = v.pipe(
  Text,
  v.check((other_grant_type) => {
    const reading = readTokenForm({ ...EMPTY_TOKEN_FORM, grant: 'other', other_grant_type });
    return reading.ok || reading.problems.other_grant_type === undefined;
  }),
);

/** A profile as an administrator writes it. public/managed-schema.json says the same to Chrome. */
export const TeamProfileSchema = v.object({
  name: ProfileNameSchema,
  colour: v.optional(v.picklist(PROFILE_COLOURS)),
  base_url: Origin,
  /** As on the wire, also for a plug-in of the server. */
  grant_type: v.optional(GrantType),
  client_id: v.optional(Text),
  username: v.optional(Text),
  production: v.optional(v.boolean()),
  pages: v.optional(Origins),
  apis: v.optional(Origins),
  links: v.optional(v.boolean()),
  everything: v.optional(v.boolean()),
  /** Without it, all that the profile gives. */
  locked_fields: v.optional(v.array(v.picklist(LOCKABLE_FIELDS))),
});
export type TeamProfile = v.InferOutput<typeof TeamProfileSchema>;
