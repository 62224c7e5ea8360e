import { buildExport } from '@/utils/imports/build-export';
import type { ImportedSecrets } from '@/utils/imports/imported-profile';
import type { Profile } from '@/utils/profiles/profile';
import { sealWithPassphrase } from '@/utils/vault/seal-with-passphrase';

/** The text of an export; with secrets all of them are sealed with this passphrase. */
export function buildExportText(
  profiles: readonly Profile[],
  sealed?: { passphrase: string; secrets: ReadonlyMap<string, ImportedSecrets> },
): Promise<string> {
  if (!sealed) return buildExport(profiles);
  const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  return buildExport(profiles, {
    secrets: sealed.secrets,
    seal: (text) => sealWithPassphrase(text, sealed.passphrase, { randomBytes }),
  });
}

/** Such as "knetikcloud-profiles-2026-11-01.json"; the day is the user's. */
export function buildFileName(day: Date): string {
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return `knetikcloud-profiles-${parts.map((part) => String(part).padStart(2, '0')).join('-')}.json`;
}
