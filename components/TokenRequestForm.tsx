import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { GRANT_FIELDS, SECRET_PARAMETERS, type TokenParameter } from '@/utils/oauth2/grants';
import { type FieldProblems, readTokenForm, type TokenForm, type TokenFormField } from '@/utils/oauth2/token-form';
import { t } from '@/utils/platform/texts';
import { getFieldLabel, getGrantLabels, getProblemText } from './field-texts';
import { FormField } from './FormField';
import { offerFocus } from './offer-focus';
import { RequestPreview } from './RequestPreview';
import { RequestUnderWay } from './RequestUnderWay';
import { SelectField } from './SelectField';

export interface TokenRequestFormProps {
  initial: TokenForm;
  /** Those that the user may not change. */
  lockedFields: readonly (keyof TokenForm)[];
  isRequesting: boolean;
  /** Those that the last request failed for; each is marked until it is changed. */
  refusedFields?: readonly TokenFormField[] | undefined;
  /** Called with the fields of every change, so that a half-filled form survives the popup's closing. */
  onChange: (part: Partial<TokenForm>) => void;
  onSubmit: (form: TokenForm) => void;
  /** Gives up the request that is under way. */
  onCancel: () => void;
  /** Leaves the form for the token that is held already; absent when there is none. */
  onBack?: (() => void) | undefined;
}

/** Collects the parameters of a token request. Only what the chosen grant uses is shown; the rest is kept. */
export function TokenRequestForm(props: TokenRequestFormProps): JSX.Element {
  const { initial, lockedFields, isRequesting, refusedFields = [], onChange, onSubmit, onCancel, onBack } = props;
  const [form, setForm] = useState(initial);
  const [problems, setProblems] = useState<FieldProblems>({});
  /** Changed since the last request failed. */
  const [mended, setMended] = useState<readonly string[]>([]);
  const [submissions, setSubmissions] = useState(0);
  const formElement = useRef<HTMLFormElement>(null);

  const change = (part: Partial<TokenForm>): void => {
    const changed = { ...form, ...part };
    setForm(changed);
    onChange(part);
    setMended((before) => [...before, ...Object.keys(part)]);
    // A message goes once its field is mended, but none appears while the user is still typing.
    const reading = readTokenForm(changed);
    const remaining = reading.ok ? {} : reading.problems;
    setProblems((shown) => Object.fromEntries(Object.entries(shown).filter(([name]) => name in remaining)));
  };

  const submit = (event: Event): void => {
    event.preventDefault();
    if (isRequesting) return;
    const reading = readTokenForm(form);
    setProblems(reading.ok ? {} : reading.problems);
    setMended([]);
    setSubmissions((count) => count + 1);
    if (reading.ok) onSubmit(form);
  };

  // Only after submitting: while a field is mended, the focus must not jump to another one that is still wrong.
  useEffect(() => {
    if (submissions === 0) return;
    const wrong = formElement.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    // The notice above says why, and stays in sight.
    wrong?.focus({ preventScroll: refusedFields.length > 0 });
  }, [submissions, isRequesting]);

  // Ready to type what is missing, or to press Enter.
  useEffect(() => {
    const fields = formElement.current?.querySelectorAll<HTMLInputElement>('[aria-required="true"]') ?? [];
    const missing = [...fields].find(({ value }) => value === '');
    offerFocus(missing ?? formElement.current?.querySelector<HTMLElement>('button.primary'));
  }, []);

  const renderField = (name: TokenFormField, required: boolean): JSX.Element => {
    const label = getFieldLabel(name, form.grant);
    const problem = problems[name];
    // With another grant it is another request.
    const isMended = mended.includes(name) || mended.includes('grant');
    const isRefused = refusedFields.includes(name) && !isMended && !isRequesting;
    const isSecret = SECRET_PARAMETERS.has(name as TokenParameter);
    return (
      <FormField
        // Another grant's field of this name is another field: it must not inherit "revealed".
        key={`${form.grant} ${name}`}
        name={name}
        label={label}
        value={form[name]}
        required={required}
        kind={isSecret ? 'secret' : name === 'base_url' ? 'url' : 'text'}
        problem={problem ? getProblemText(problem, label) : isRefused ? t('failure.fieldRefused') : undefined}
        hint={lockedFields.includes(name) ? t('form.setByTeam') : undefined}
        disabled={isRequesting || lockedFields.includes(name)}
        onInput={(value) => change({ [name]: value })}
      />
    );
  };

  return (
    <form ref={formElement} noValidate onSubmit={submit} aria-label={t('form.heading')}>
      {renderField('base_url', true)}
      <SelectField
        id="grant"
        label={t('form.grantType')}
        value={form.grant}
        choices={getGrantLabels()}
        disabled={isRequesting || lockedFields.includes('grant')}
        onChange={(grant) => change({ grant })}
      />
      {form.grant === 'other' ? renderField('other_grant_type', true) : null}
      {GRANT_FIELDS[form.grant].map(({ name, required }) => renderField(name, required))}
      <RequestPreview form={form} />
      <div class="actions">
        {isRequesting ? (
          <RequestUnderWay onCancel={onCancel} />
        ) : (
          <button type="submit" class="primary">
            {t('form.getToken')}
          </button>
        )}
        {onBack && !isRequesting ? (
          <button type="button" onClick={onBack}>
            {t('form.back')}
          </button>
        ) : null}
      </div>
    </form>
  );
}
