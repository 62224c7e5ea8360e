import * as v from 'valibot';
import { TokenFormSchema } from '@/utils/oauth2/token-form';

const OptionalText = v.exactOptional(v.string());
const OptionalNumber = v.exactOptional(v.number());

/** An `IssuedToken` as the vault keeps it: all but what went wrong in renewing it, which is tried anew. */
const KeptTokenSchema = v.object({
  access_token: v.string(),
  token_type: v.literal('bearer'),
  scope: OptionalText,
  refresh_token: OptionalText,
  api_origin: v.string(),
  grant_type: v.string(),
  client_id: v.string(),
  username: OptionalText,
  issuedAtMs: v.number(),
  expiresAtMs: OptionalNumber,
  login: v.exactOptional(TokenFormSchema),
  clockAheadMs: OptionalNumber,
  isLastUntilExpiry: v.exactOptional(v.literal(true)),
});

/** What the vault keeps of one profile. */
const KeptSecretsSchema = v.object({
  /** The login form with its secrets, as it was used or typed last. */
  form: v.exactOptional(TokenFormSchema),
  /** The token that is held; absent when the user has logged out. */
  token: v.exactOptional(KeptTokenSchema),
});
export type KeptSecrets = v.InferOutput<typeof KeptSecretsSchema>;

/** By the profile's id. */
export type VaultContent = Readonly<Record<string, KeptSecrets>>;

/** As it is sealed. Pairs, because a schema for records drops ids such as `constructor` without a word. */
const PairsSchema = v.array(v.tuple([v.string(), KeptSecretsSchema]));

/** The content as text; the same text for the same content. Throws when it could not be read back. */
export function encodeContent(content: VaultContent): string {
  const pairs = Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const checked = v.safeParse(PairsSchema, JSON.parse(JSON.stringify(pairs)));
  // Not the schema's own error: it quotes what it was given.
  if (!checked.success) throw new TypeError('The vault cannot keep what it was given');
  return JSON.stringify(checked.output);
}

/** Undefined for a text that `encodeContent` has not made. */
export function readContent(text: string): VaultContent | undefined {
  let pairs: unknown;
  try {
    pairs = JSON.parse(text);
  } catch {
    return undefined;
  }
  const reading = v.safeParse(PairsSchema, pairs);
  return reading.success ? Object.fromEntries(reading.output) : undefined;
}
