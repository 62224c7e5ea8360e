import type { JSX } from 'preact';
import { t } from '@/utils/platform/texts';
import { GRANT_FIELDS, SECRET_PARAMETERS } from '@/utils/oauth2/grants';
import type { TokenForm } from '@/utils/oauth2/token-form';
import { getFieldLabel, getGrantLabels } from '../field-texts';
import { FormField } from '../FormField';
import { SelectField } from '../SelectField';
import { LOGIN_FIELDS, type DraftProblems } from './profile-draft';
import { joinItems } from '../join-list';

export interface LoginFieldsProps {
  form: TokenForm;
  problems: DraftProblems;
  onChange: (part: Partial<TokenForm>) => void;
}

/** The grant of a profile and those of its parameters that are no secret. */
export function LoginFields({ form, problems, onChange }: LoginFieldsProps): JSX.Element {
  const names = GRANT_FIELDS[form.grant].map(({ name }) => name);
  const visible = LOGIN_FIELDS.filter(
    (field) => names.some((name) => name === field) || (field === 'other_grant_type' && form.grant === 'other'),
  );
  const secrets = names.filter((name) => SECRET_PARAMETERS.has(name));
  return (
    <>
      <SelectField
        label={t('form.grantType')}
        value={form.grant}
        choices={getGrantLabels()}
        onChange={(grant) => onChange({ grant })}
      />
      {visible.map((field) => (
        <FormField
          key={`${form.grant} ${field}`}
          name={field}
          label={getFieldLabel(field, form.grant)}
          required={field === 'other_grant_type'}
          value={form[field]}
          problem={problems[field]}
          onInput={(value) => onChange({ [field]: value })}
        />
      ))}
      <p class="hint">
        {t('editor.secretsHint', { fields: joinItems(secrets.map((name) => getFieldLabel(name, form.grant))) })}
      </p>
    </>
  );
}
