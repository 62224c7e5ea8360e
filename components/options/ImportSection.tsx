import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { t } from '@/utils/platform/texts';
import type { ImportReading } from '@/utils/imports/imported-profile';
import { type ImportOptions, MAX_IMPORT_LENGTH, readImport } from '@/utils/imports/read-import';
import { openWithPassphrase } from '@/utils/vault/seal-with-passphrase';
import type { ProfileList } from '@/utils/profiles/profile-list';
import { DocumentForm } from './DocumentForm';
import { ImportReview } from './ImportReview';
import { getReadingText } from './import-texts';
import { OpenExportForm } from './OpenExportForm';
import { formatCount } from '../format-number';

/** What is to be read, and where it was loaded from if it was. */
interface Source {
  text: string;
  documentUrl?: string | undefined;
}

/** Takes profiles from other tools and from exports; what was read is shown before anything is stored. */
export function ImportSection({ profiles }: { profiles: ProfileList }): JSX.Element {
  const id = useId();
  const [text, setText] = useState('');
  const [source, setSource] = useState<Source>();
  const [result, setResult] = useState<{ number: number; reading: ImportReading }>();
  const [isReading, setIsReading] = useState(false);
  const [addedCount, setAddedCount] = useState(0);
  const begun = useRef(0);

  const read = async (from: Source, sealed?: ImportOptions['sealed']): Promise<void> => {
    begun.current += 1;
    const mine = begun.current;
    setSource(from);
    setAddedCount(0);
    setIsReading(true);
    const found = await readImport(from.text, { documentUrl: from.documentUrl, sealed }).finally(() =>
      setIsReading(false),
    );
    // The user may have opened something else meanwhile.
    if (mine !== begun.current) return;
    setResult({ number: mine, reading: found });
  };
  const readFile = async (file: File): Promise<void> => {
    // A character has up to four bytes; what is longer need not be loaded to be refused.
    const isTooLarge = file.size > 4 * MAX_IMPORT_LENGTH;
    if (isTooLarge) setResult({ number: (begun.current += 1), reading: { ok: false, code: 'too-large' } });
    else await read({ text: await file.text() });
  };
  const discard = (): void => {
    begun.current += 1;
    setResult(undefined);
    setSource(undefined);
    setText('');
  };
  const added = (count: number): void => {
    discard();
    setAddedCount(count);
  };
  const reading = result?.reading;
  const isSealed =
    reading?.ok === false && (reading.code === 'passphrase-needed' || reading.code === 'wrong-passphrase');
  return (
    <section class="import" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{t('importing.heading')}</h3>
      <p class="hint">{t('importing.promise')}</p>
      <form
        noValidate
        aria-label={t('importing.formOfText')}
        onSubmit={(event) => {
          event.preventDefault();
          void read({ text });
        }}
      >
        <div class="field">
          <label for={`${id}-text`}>{t('importing.text')}</label>
          <textarea
            id={`${id}-text`}
            rows={4}
            dir="ltr"
            value={text}
            // It may hold secrets: nothing of it goes to a spelling service.
            spellcheck={false}
            autocomplete="off"
            aria-describedby={`${id}-problem`}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </div>
        <div class="actions">
          <button type="submit" class={reading?.ok || isSealed ? undefined : 'primary'}>
            {t('importing.read')}
          </button>
          <label class="file">
            <span>{t('importing.file')}</span>
            <input
              type="file"
              accept=".json,.txt,application/json,text/plain"
              onChange={(event) => {
                const input = event.currentTarget;
                const [file] = input.files ?? [];
                if (!file) return;
                void readFile(file).finally(() => {
                  // So that the same file can be opened again after it was mended.
                  input.value = '';
                });
              }}
            />
          </label>
        </div>
      </form>
      <DocumentForm onLoaded={(loaded) => void read({ text: loaded.text, documentUrl: loaded.url })} />
      <div id={`${id}-problem`} role="alert">
        {reading?.ok === false && !isSealed ? <p class="problem">{getReadingText(reading)}</p> : null}
      </div>
      {reading?.ok === false && isSealed && source ? (
        <OpenExportForm
          problem={reading.code === 'wrong-passphrase' ? getReadingText(reading) : undefined}
          isOpening={isReading}
          onOpen={(passphrase) => void read(source, { kind: 'open', passphrase, open: openWithPassphrase })}
          onLeave={() => void read(source, { kind: 'leave' })}
        />
      ) : null}
      {reading?.ok ? (
        <ImportReview
          // Another text, another review.
          key={result?.number}
          reading={reading}
          profiles={profiles}
          onAdded={added}
          onCancel={discard}
        />
      ) : null}
      <div role="status">
        {addedCount === 0 ? null : (
          <p class="notice success">{t('importing.added', { count: formatCount(addedCount) })}</p>
        )}
      </div>
    </section>
  );
}
