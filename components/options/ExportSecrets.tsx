import type { JSX } from 'preact';
import type { ImportedSecrets } from '@/utils/imports/imported-profile';
import type { Profile } from '@/utils/profiles/profile';
import { listSecretLabels } from './import-texts';
import type { NewPassphrase } from './new-passphrase';
import { NewPassphraseFields } from './NewPassphraseFields';

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
        {isVaultLocked ? ' The vault is locked: unlock it first if its secrets are to go along.' : ''} Whoever has the
        file and the passphrase can log in as you.
      </p>
      <NewPassphraseFields
        label="Passphrase for this export"
        repeatLabel="The same passphrase again"
        hint="It is kept nowhere. Without it the file cannot be opened again."
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
  if (counts.size === 0) return 'No secret of these profiles is known at the moment, so that none goes along.';
  return `Secrets that go along: ${Array.from(counts, ([label, count]) => `${label} (${count})`).join(', ')}.`;
}
