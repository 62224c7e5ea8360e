import type { JSX } from 'preact';
import { t } from '@/utils/platform/texts';

/** Stands in for the button that started a token request, with the way to give the request up. */
export function RequestUnderWay({ onCancel }: { onCancel: () => void }): JSX.Element {
  return (
    <>
      <button type="button" class="primary" disabled>
        <span class="spinner" aria-hidden="true" />
        {t('token.getting')}
      </button>
      <button type="button" onClick={onCancel}>
        {t('token.cancel')}
      </button>
    </>
  );
}
