import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { askForHosts } from '@/utils/platform/permissions';
import { type DocumentAnswer, fetchDocument, readDocumentUrl } from '@/utils/platform/fetch-document';
import { t } from '@/utils/platform/texts';
import { FormField } from '../FormField';
import { DOCUMENT_TEXTS } from './import-texts';

export interface DocumentFormProps {
  onLoaded: (loaded: DocumentAnswer & { ok: true }) => void;
}

/** Loads the Swagger or OpenAPI document of a server; of the page from which the options were opened, if any. */
export function DocumentForm({ onLoaded }: DocumentFormProps): JSX.Element {
  const [address, setAddress] = useState(() => new URLSearchParams(location.search).get('from') ?? '');
  const [answer, setAnswer] = useState<DocumentAnswer>();
  const [isLoading, setLoading] = useState(false);
  const load = async (): Promise<void> => {
    const url = readDocumentUrl(address);
    if (!url) return setAnswer({ ok: false, code: 'no-address' });
    // First of all: the browser takes no question that comes later than the click.
    const asking = askForHosts([url.origin]);
    setLoading(true);
    setAnswer(undefined);
    const loaded = await asking.then(() => fetchDocument(address)).finally(() => setLoading(false));
    setAnswer(loaded);
    if (loaded.ok) onLoaded(loaded);
  };
  return (
    <form
      noValidate
      aria-label={t('importing.formOfDocument')}
      onSubmit={(event) => {
        event.preventDefault();
        void load();
      }}
    >
      <FormField
        name="address"
        label={t('importing.address')}
        kind="url"
        required
        value={address}
        hint={t('importing.addressHint')}
        problem={answer?.ok === false ? t(DOCUMENT_TEXTS[answer.code]) : undefined}
        disabled={isLoading}
        onInput={setAddress}
      />
      <div class="actions">
        <button type="submit" disabled={isLoading}>
          {isLoading ? t('importing.loading') : t('importing.load')}
        </button>
      </div>
    </form>
  );
}
