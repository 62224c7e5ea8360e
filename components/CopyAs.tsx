import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { CopiedToken } from '@/utils/formats/copy-formats';
import { t } from '@/utils/platform/texts';
import { CopyButton } from './CopyButton';
import { lazy } from './lazy';

const CopyFormats = lazy(() => import('./CopyFormats').then((part) => part.CopyFormats));

/** Copies the access token: as such with one click, or in the words of a tool. */
export function CopyAs({ access_token, api_origin }: CopiedToken): JSX.Element {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="copy-as">
      <div class="copy-buttons">
        <CopyButton text={access_token} kind="secret" label={t('copy.accessToken')} />
        <button type="button" class="quiet" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {t('copy.as')}
        </button>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen ? <CopyFormats access_token={access_token} api_origin={api_origin} /> : null}
      </div>
    </div>
  );
}
