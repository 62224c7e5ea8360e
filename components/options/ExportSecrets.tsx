import type { JSX } from 'preact';
import { t } from '@/utils/platform/texts';
import type { ImportedSecrets } from '@/utils/imports/imported-profile';
import type { Profile } from '@/utils/profiles/profile';
import { listSecretLabels } from './import-texts';
import type { NewPassphrase } from './new-passphrase';
import { NewPassphraseFields } from './NewPassphraseFields';
import { joinItems } from '../join-list';
import { formatCount } from '../format-number';

export interface ExportSecretsProps {
  profiles: readonly Profile[];
  /** By the profile's id. */
  secrets: ReadonlyMap<string, ImportedSecrets>;
  isVaultLocked: boolean;
  typed: NewPassphrase;
  /** Whether the user thinks that the passphrase is done. */
  isJudged: boolean;
  isBusy: boolean;
  onType: (typed: NewPassphrase) => void;
}

/** Says which secrets would go along, and asks for the passphrase that seals them. */
export function ExportSecrets(props: ExportSecretsProps): JSX.Element {
  const { profiles, secrets, isVaultLocked, typed, isJudged, isBusy, onType } = props;
  return (
    <>
      <p class="notice warning">
        {describeSecrets(profiles, secrets)}
        {isVaultLocked ? ` ${t('exporting.vaultLocked')}` : ''} {t('exporting.secretsWarning')}
      </p>
      <NewPassphraseFields
        label={t('exporting.passphrase')}
        repeatLabel={t('exporting.repeatedPassphrase')}
        hint={t('exporting.passphraseHint')}
        typed={typed}
        onType={onType}
        isJudged={isJudged}
        disabled={isBusy}
      />
    </>
  );
}

function describeSecrets(profiles: readonly Profile[], secrets: ReadonlyMap<string, ImportedSecrets>): string {
  const counts = new Map<string, number>();
  for (const { id, form } of profiles) {
    const own = secrets.get(id);
    for (const label of own ? listSecretLabels(own, form.grant) : []) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  if (counts.size === 0) return t('exporting.noSecrets');
  const items = Array.from(counts, ([field, count]) =>
    t('exporting.secretCount', { field, count: formatCount(count) }),
  );
  return t('exporting.secrets', { secrets: joinItems(items) });
}
