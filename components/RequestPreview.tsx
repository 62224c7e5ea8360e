import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { TokenForm } from '@/utils/oauth2/token-form';
import { t } from '@/utils/platform/texts';
import { lazy } from './lazy';

const PreviewedRequest = lazy(() => import('./PreviewedRequest').then((part) => part.PreviewedRequest));

/** The request that this form would send, on demand; or what is missing for one. */
export function RequestPreview({ form }: { form: TokenForm }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="preview" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('preview.heading')}</summary>
      {isOpen ? <PreviewedRequest form={form} /> : null}
    </details>
  );
}
