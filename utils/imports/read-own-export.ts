import * as v from 'valibot';
import { readEnvironment } from '@/utils/profiles/environments';
import { MAX_PROFILES } from '@/utils/profiles/profile';
import { type VaultRecord, VaultRecordSchema } from '@/utils/vault/vault-record';
import { cleanName } from './clean-text';
import {
  EXPORT_FORMAT,
  type ExportedProfile,
  ExportedProfileSchema,
  ExportedSecretsSchema,
  migrateExport,
} from './export-format';
import type { ImportReading, ImportedProfile, ImportedSecrets } from './imported-profile';
import { countLeftOut } from './found-login';
import type { ImportNote } from './import-note';
import { getMember, isJsonObject } from './json-members';
import { parseJson } from './parse-json';
import { NO_SECRETS } from './propose-profile';

type OpenedText = { ok: true; text: string } | { ok: false; code: 'wrong-passphrase' | 'damaged' };

/** What to do about the secrets of an export that has some. */
export type SealedChoice =
  | { kind: 'leave' }
  | { kind: 'open'; passphrase: string; open: (record: VaultRecord, passphrase: string) => Promise<OpenedText> };

/** Our own export, as `buildExport` makes it; undefined for anything else. Without a choice secrets are asked for. */
export async function readOwnExport(json: unknown, choice?: SealedChoice): Promise<ImportReading | undefined> {
  if (!isOwnExport(json)) return undefined;
  const document = readDocument(json);
  if (!document.ok) return document;
  const { profiles, sealed } = document;
  if (sealed === undefined || choice?.kind === 'leave') return buildReading(profiles, []);
  const record = v.safeParse(VaultRecordSchema, sealed);
  if (!record.success) return { ok: false, code: 'damaged' };
  if (!choice) return { ok: false, code: 'passphrase-needed' };
  const opened = await choice.open(record.output, choice.passphrase);
  if (!opened.ok) return { ok: false, code: opened.code };
  const secrets = readSealed(opened.text, profiles);
  return secrets ? buildReading(profiles, secrets) : { ok: false, code: 'damaged' };
}

const isOwnExport = (json: unknown): json is Record<string, unknown> =>
  isJsonObject(json) && getMember(json, 'format') === EXPORT_FORMAT;

type Document =
  /** Undefined for each profile that is damaged. */
  | { ok: true; profiles: readonly (ExportedProfile | undefined)[]; sealed: unknown; secrets: unknown }
  | { ok: false; code: 'damaged' | 'newer-version' };

function readDocument(json: Record<string, unknown>): Document {
  const migration = migrateExport(json);
  if (!migration.ok) return migration;
  const list = getMember(migration.document, 'profiles');
  if (!Array.isArray(list)) return { ok: false, code: 'damaged' };
  const profiles = list.map((each) => {
    const reading = v.safeParse(ExportedProfileSchema, each);
    return reading.success ? reading.output : undefined;
  });
  const sealed = getMember(migration.document, 'sealed');
  return { ok: true, profiles, sealed, secrets: getMember(migration.document, 'secrets') };
}

/**
 * The secrets of a sealed text, one for each profile; undefined when it was sealed with other profiles. They are
 * compared as a whole: with another base URL beside it, a secret would be sent there.
 */
function readSealed(
  text: string,
  profiles: readonly (ExportedProfile | undefined)[],
): readonly ImportedSecrets[] | undefined {
  const json = parseJson(text);
  const document = isOwnExport(json) ? readDocument(json) : undefined;
  if (!document?.ok || JSON.stringify(document.profiles) !== JSON.stringify(profiles)) return undefined;
  const secrets = v.safeParse(v.array(ExportedSecretsSchema), document.secrets);
  return secrets.success && secrets.output.length === profiles.length ? secrets.output : undefined;
}

function buildReading(
  profiles: readonly (ExportedProfile | undefined)[],
  secrets: readonly ImportedSecrets[],
): ImportReading {
  const usable = profiles.flatMap((profile, index) =>
    profile ? [buildImported(profile, secrets[index] ?? NO_SECRETS)] : [],
  );
  const damaged = profiles.length - usable.length;
  if (usable.length === 0)
    return damaged > 0 ? { ok: false, code: 'damaged' } : { ok: false, code: 'nothing-usable', notes: [] };
  const notes = [
    ...countLeftOut(damaged, 'damaged'),
    ...countLeftOut(Math.max(0, usable.length - MAX_PROFILES), 'too-many'),
  ];
  return { ok: true, source: 'own-export', profiles: usable.slice(0, MAX_PROFILES), notes };
}

function buildImported(exported: ExportedProfile, secrets: ImportedSecrets): ImportedProfile {
  const { name, form } = exported;
  const profile = { ...exported, name: cleanName(name) || 'Imported profile', form: { ...form, ...NO_SECRETS } };
  return { profile, secrets, notes: buildNotes(exported) };
}

/** Its reach is none of the notes: whether any of it is taken over is asked of the user. */
function buildNotes({ form, isProduction }: ExportedProfile): ImportNote[] {
  const isAtProduction = readEnvironment(form.base_url)?.environment === 'production';
  return isAtProduction && !isProduction ? [{ code: 'unmarked-production' }] : [];
}
