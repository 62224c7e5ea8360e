import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { collectLoginSecrets } from '@/utils/platform/held-secrets';
import { watchStored } from '@/utils/platform/popup-state';
import { saveText } from '@/utils/platform/save-text';
import { readVaultStatus } from '@/utils/platform/vault-storage';
import { t, type TextKey } from '@/utils/platform/texts';
import { listPresent, type ProfileList } from '@/utils/profiles/profile-list';
import { CheckOption } from '../CheckOption';
import { useLive } from '../use-live';
import { buildExportText, buildFileName } from './build-export-text';
import { ExportSecrets } from './ExportSecrets';
import { EMPTY_PASSPHRASE, isUsable } from './new-passphrase';
import { formatCount } from '../format-number';

export interface ExportSectionProps {
  profiles: ProfileList;
  /** The ids of those that are ticked in the list. */
  selected: ReadonlySet<string>;
}

type Outcome = 'saved' | 'copied' | 'failed';

const OUTCOME_TEXTS: Record<Outcome, TextKey> = {
  saved: 'exporting.saved',
  copied: 'exporting.copied',
  failed: 'exporting.failed',
};

/** Makes a file or a text of profiles. Secrets go along only when asked for, and sealed. */
export function ExportSection({ profiles, selected }: ExportSectionProps): JSX.Element {
  const id = useId();
  const [isOnlySelected, setOnlySelected] = useState(false);
  const [isWithSecrets, setWithSecrets] = useState(false);
  const [typed, setTyped] = useState(EMPTY_PASSPHRASE);
  const [isJudged, setJudged] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const [outcome, setOutcome] = useState<Outcome | 'busy'>();
  const vault = useLive(readVaultStatus, watchStored);
  const secrets = useLive(collectLoginSecrets, watchStored);
  const form = useRef<HTMLFormElement>(null);
  const present = listPresent(profiles);
  const chosen = present.filter((profile) => selected.has(profile.id));
  const exported = isOnlySelected && chosen.length > 0 ? chosen : present;

  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [attempts]);

  const makeExport = async (use: (text: string) => Promise<'saved' | 'copied'>): Promise<void> => {
    setJudged(isWithSecrets);
    setAttempts((count) => count + 1);
    if ((isWithSecrets && !isUsable(typed)) || outcome === 'busy') return;
    setOutcome('busy');
    try {
      // Read anew: what was typed in the popup since then is to go along, too.
      const sealed = isWithSecrets ? { passphrase: typed.passphrase, secrets: await collectLoginSecrets() } : undefined;
      setOutcome(await use(await buildExportText(exported, sealed)));
      setTyped(EMPTY_PASSPHRASE);
      setJudged(false);
    } catch {
      setOutcome('failed');
    }
  };
  const save = async (text: string): Promise<'saved'> => {
    saveText(text, buildFileName(new Date()));
    return 'saved';
  };
  const copy = (text: string): Promise<'copied'> => navigator.clipboard.writeText(text).then(() => 'copied');
  const isBusy = outcome === 'busy';
  return (
    <section class="export" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{t('exporting.heading')}</h3>
      <form
        ref={form}
        noValidate
        aria-labelledby={`${id}-heading`}
        onSubmit={(event) => {
          event.preventDefault();
          void makeExport(save);
        }}
      >
        <fieldset>
          <legend>{t('exporting.which')}</legend>
          <label class="option">
            <input type="radio" name="which" checked={exported === present} onChange={() => setOnlySelected(false)} />
            <span>{t('exporting.all', { count: formatCount(present.length) })}</span>
          </label>
          <label class="option">
            <input
              type="radio"
              name="which"
              checked={exported !== present}
              disabled={chosen.length === 0}
              onChange={() => setOnlySelected(true)}
            />
            <span>{t('exporting.selected', { count: formatCount(chosen.length) })}</span>
          </label>
        </fieldset>
        <CheckOption label={t('exporting.withSecrets')} checked={isWithSecrets} onChange={setWithSecrets} />
        {isWithSecrets && secrets ? (
          <ExportSecrets
            profiles={exported}
            secrets={secrets}
            isVaultLocked={vault?.kind === 'locked'}
            typed={typed}
            isJudged={isJudged}
            isBusy={isBusy}
            onType={setTyped}
          />
        ) : null}
        <div class="actions">
          <button type="submit" class="primary" disabled={isBusy || exported.length === 0}>
            {isBusy ? t('exporting.busy') : t('exporting.save')}
          </button>
          <button type="button" disabled={isBusy || exported.length === 0} onClick={() => void makeExport(copy)}>
            {t('copy.copy')}
          </button>
        </div>
        <p role="status" class="hint">
          {outcome === undefined || outcome === 'busy' ? '' : t(OUTCOME_TEXTS[outcome])}
        </p>
      </form>
    </section>
  );
}
