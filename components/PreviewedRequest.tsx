import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { formatPost, type PreviewFormat } from '@/utils/formats/preview';
import { buildFormPost, getTokenEndpoint } from '@/utils/oauth2/form-post';
import { type FieldProblems, readTokenForm, type TokenForm, type TokenFormField } from '@/utils/oauth2/token-form';
import { type TextKey, t } from '@/utils/platform/texts';
import { CopyButton } from './CopyButton';
import { getFieldLabel, getProblemText } from './field-texts';

const FORMATS: Record<PreviewFormat, TextKey> = { text: 'preview.asText', curl: 'preview.asCurl' };

/** The request, secrets masked; or what is missing for one. */
export function PreviewedRequest({ form }: { form: TokenForm }): JSX.Element {
  const [format, setFormat] = useState<PreviewFormat>('text');
  const reading = readTokenForm(form);
  if (!reading.ok) return <Problems problems={reading.problems} grant={form.grant} />;
  const { api_origin, parameters } = reading.request;
  const post = buildFormPost(getTokenEndpoint(api_origin), parameters);
  const masked = formatPost(post, format, 'masked');
  const plain = formatPost(post, format, 'plain');
  return (
    <>
      <div class="preview-formats" role="group" aria-label={t('preview.format')}>
        {(Object.keys(FORMATS) as PreviewFormat[]).map((each) => (
          <button key={each} type="button" class="quiet" aria-pressed={each === format} onClick={() => setFormat(each)}>
            {t(FORMATS[each])}
          </button>
        ))}
      </div>
      <pre dir="ltr" role="region" aria-label={t('preview.request')}>
        {masked}
      </pre>
      <p class="hint">{t('preview.browserHeaders')}</p>
      <div class="preview-formats">
        <CopyButton text={masked} kind="plain" label={t('preview.copy')} caption={t('preview.copy')} />
        {plain === masked ? null : (
          <CopyButton text={plain} kind="secret" label={t('preview.copySecrets')} caption={t('preview.copySecrets')} />
        )}
      </div>
    </>
  );
}

function Problems({ problems, grant }: { problems: FieldProblems; grant: TokenForm['grant'] }): JSX.Element {
  const names = Object.keys(problems) as TokenFormField[];
  return (
    <>
      <p class="hint">{t('preview.missing')}</p>
      <ul class="hint">
        {names.map((name) => {
          const problem = problems[name];
          return <li key={name}>{problem && getProblemText(problem, getFieldLabel(name, grant))}</li>;
        })}
      </ul>
    </>
  );
}
