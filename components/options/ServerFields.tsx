import type { JSX } from 'preact';
import { buildBaseUrl } from '@/utils/profiles/environments';
import { CheckOption } from '../CheckOption';
import { FormField } from '../FormField';
import { SelectField } from '../SelectField';
import { chooseServer, type DraftProblems, getBaseUrl, type ProfileDraft, type ServerChoice } from './profile-draft';

const SERVERS: Record<ServerChoice, string> = {
  devsandbox: 'Devsandbox',
  sandbox: 'Sandbox',
  production: 'Production',
  other: 'Another address…',
};

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
        label="Environment"
        value={draft.server}
        choices={SERVERS}
        onChange={(server) => onChange(chooseServer(draft, server))}
      />
      {draft.server === 'other' ? (
        <FormField
          name="base_url"
          label="Base URL"
          kind="url"
          required
          value={draft.form.base_url}
          hint="Begins with https://; servers on this machine may do without."
          problem={problems.base_url}
          onInput={(base_url) => onChange({ ...draft, form: { ...draft.form, base_url } })}
        />
      ) : (
        <FormField
          name="app"
          label="App name"
          required={draft.server === 'production'}
          value={draft.app}
          hint={`Base URL: ${getBaseUrl(draft) || buildBaseUrl(draft.server, '…')}`}
          problem={problems.app}
          onInput={(app) => onChange({ ...draft, app })}
        />
      )}
      <CheckOption
        label="This is production: warn, and write only while it is allowed"
        checked={draft.isProduction}
        onChange={(isProduction) => onChange({ ...draft, isProduction })}
      />
    </>
  );
}
