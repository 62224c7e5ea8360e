import { listPresent } from '@/utils/profiles/profile-list';
import type { Profile } from '@/utils/profiles/profile';
import type { VaultRecord } from '@/utils/vault/vault-record';
import { EXPORT_FORMAT, EXPORT_VERSION, type ExportedProfile } from './export-format';
import type { ImportedSecrets } from './imported-profile';

/** What is needed to let secrets go along. */
export interface ExportedSecrets {
  /** By the profile's id. */
  secrets: ReadonlyMap<string, ImportedSecrets>;
  /** Encrypts a text with the passphrase that the user has chosen for this export. */
  seal: (text: string) => Promise<VaultRecord>;
}

/**
 * The text of a file with these profiles, as `readImport` reads it. Profiles whose removal can be undone are left out.
 * @param withSecrets without it no secret goes along
 */
export async function buildExport(profiles: readonly Profile[], withSecrets?: ExportedSecrets): Promise<string> {
  const present = listPresent(profiles);
  const document = { format: EXPORT_FORMAT, version: EXPORT_VERSION, profiles: present.map(buildExportedProfile) };
  if (!withSecrets) return `${JSON.stringify(document, undefined, 2)}\n`;
  // Sealed together with the profiles: who changes a base URL in the file must not get the secrets sent there.
  const secrets = present.map(({ id }) => pickSecrets(withSecrets.secrets.get(id)));
  const sealed = await withSecrets.seal(JSON.stringify({ ...document, secrets }));
  return `${JSON.stringify({ ...document, sealed }, undefined, 2)}\n`;
}

function buildExportedProfile({ name, colour, isProduction, form, reach }: Profile): ExportedProfile {
  const { base_url, grant, other_grant_type, client_id, username } = form;
  const { pages, apis, links, everything } = reach;
  return {
    name,
    colour,
    isProduction,
    form: { base_url, grant, other_grant_type, client_id, username },
    reach: { pages, apis, links, everything },
  };
}

function pickSecrets(secrets: ImportedSecrets | undefined): ImportedSecrets {
  const { client_secret = '', password = '', token = '', refresh_token = '' } = secrets ?? {};
  return { client_secret, password, token, refresh_token };
}
