import type { JSX } from 'preact';
import { t } from '@/utils/platform/texts';
import { buildBaseUrl } from '@/utils/profiles/environments';
import { CheckOption } from '../CheckOption';
import { FormField } from '../FormField';
import { SelectField } from '../SelectField';
import { chooseServer, type DraftProblems, getBaseUrl, type ProfileDraft } from './profile-draft';

export interface ServerFieldsProps {
  draft: ProfileDraft;
  problems: DraftProblems;
  onChange: (draft: ProfileDraft) => void;
}

/** Where the profile logs in: an app's server by the names that KnetikCloud gives them, or any other address. */
export function ServerFields({ draft, problems, onChange }: ServerFieldsProps): JSX.Element {
  return (
    <>
      <SelectField
        label={t('editor.environment')}
        value={draft.server}
        choices={{
          devsandbox: t('editor.devsandbox'),
          sandbox: t('editor.sandbox'),
          production: t('editor.production'),
          other: t('editor.otherServer'),
        }}
        onChange={(server) => onChange(chooseServer(draft, server))}
      />
      {draft.server === 'other' ? (
        <FormField
          name="base_url"
          label={t('form.baseUrl')}
          kind="url"
          required
          value={draft.form.base_url}
          hint={t('editor.baseUrlHint')}
          problem={problems.base_url}
          onInput={(base_url) => onChange({ ...draft, form: { ...draft.form, base_url } })}
        />
      ) : (
        <FormField
          name="app"
          label={t('editor.appName')}
          required={draft.server === 'production'}
          value={draft.app}
          hint={t('editor.appHint', { url: getBaseUrl(draft) || buildBaseUrl(draft.server, '…') })}
          problem={problems.app}
          onInput={(app) => onChange({ ...draft, app })}
        />
      )}
      <CheckOption
        label={t('editor.isProduction')}
        checked={draft.isProduction}
        onChange={(isProduction) => onChange({ ...draft, isProduction })}
      />
    </>
  );
}
