import type { JSX } from 'preact';
import { GRANT_FIELDS, SECRET_PARAMETERS } from '@/utils/oauth2/grants';
import type { TokenForm } from '@/utils/oauth2/token-form';
import { getFieldLabel, GRANT_LABELS } from '../field-texts';
import { FormField } from '../FormField';
import { SelectField } from '../SelectField';
import { LOGIN_FIELDS, type DraftProblems } from './profile-draft';

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
        label="Grant type"
        value={form.grant}
        choices={GRANT_LABELS}
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
        {`${secrets.map((name) => getFieldLabel(name, form.grant)).join(', ')}: typed in the popup when you log in, never kept with the profile.`}
      </p>
    </>
  );
}
