import * as v from 'valibot';
import { GRANT_CHOICES } from '@/utils/oauth2/grants';
import { ConfidentialOrigin, PROFILE_COLOURS, ReachSchema } from '@/utils/profiles/profile';
import { MAX_VALUE_LENGTH } from './placeholders';

export const EXPORT_FORMAT = 'knetikcloud-credential-helper';

const Text = v.pipe(v.string(), v.maxLength(MAX_VALUE_LENGTH));

/** A profile in our export. It has no id, so that an import can never overwrite, and no secret. */
export const ExportedProfileSchema = v.object({
  name: v.string(),
  colour: v.picklist(PROFILE_COLOURS),
  isProduction: v.boolean(),
  form: v.object({
    base_url: ConfidentialOrigin,
    grant: v.picklist(GRANT_CHOICES),
    other_grant_type: Text,
    client_id: Text,
    username: Text,
  }),
  reach: ReachSchema,
});
export type ExportedProfile = v.InferOutput<typeof ExportedProfileSchema>;

export const ExportedSecretsSchema = v.object({
  client_secret: Text,
  password: Text,
  token: Text,
  refresh_token: Text,
});

/** Turns a document of one version into one of the next. Gets it unchecked and must not throw at whatever is in it. */
export type Migration = (document: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** The first leads from version 1 to version 2, and so on. */
const MIGRATIONS: readonly Migration[] = [];
export const EXPORT_VERSION = MIGRATIONS.length + 1;

export type ExportMigration =
  | { ok: true; document: Readonly<Record<string, unknown>> }
  | { ok: false; code: 'damaged' | 'newer-version' };

/** The document as one of the current version. */
export function migrateExport(
  document: Readonly<Record<string, unknown>>,
  migrations: readonly Migration[] = MIGRATIONS,
): ExportMigration {
  const { version } = document;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return { ok: false, code: 'damaged' };
  if (version > migrations.length + 1) return { ok: false, code: 'newer-version' };
  return { ok: true, document: migrations.slice(version - 1).reduce((old, migrate) => migrate(old), document) };
}
