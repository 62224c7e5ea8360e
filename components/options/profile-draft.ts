import { OWN_REACH, type Reach } from '@/utils/injection/reach';
import { readBaseUrl } from '@/utils/oauth2/base-url';
import { EMPTY_TOKEN_FORM, readTokenForm, type TokenForm } from '@/utils/oauth2/token-form';
import { t } from '@/utils/platform/texts';
import { buildBaseUrl, type Environment, isAppName, readEnvironment } from '@/utils/profiles/environments';
import { MAX_NAME_LENGTH, type Profile, type ProfileColour } from '@/utils/profiles/profile';
import { buildName, findFreeName, type NewProfile, type ProfileList } from '@/utils/profiles/profile-list';
import { getFieldLabel, getProblemText } from '../field-texts';
import { getNameProblemText } from './name-texts';

/** `other`: at an address that is typed in. */
export type ServerChoice = Environment | 'other';

/** A profile while it is being edited, unchecked. */
export interface ProfileDraft {
  /** Undefined until it is typed; until then it follows the address. */
  name: string | undefined;
  colour: ProfileColour;
  isProduction: boolean;
  server: ServerChoice;
  app: string;
  /** Its base URL counts for `other` alone. */
  form: TokenForm;
  reach: Reach;
}

/** The fields of the login that can be wrong here. Secrets are none of them: they are typed where one logs in. */
export const LOGIN_FIELDS = ['base_url', 'other_grant_type', 'username', 'client_id'] as const;
/** What is wrong, as sentences. */
export type DraftProblems = Partial<Record<'app' | 'name' | (typeof LOGIN_FIELDS)[number], string>>;

/** The fields with problems, in the order of the page. */
export function listProblems(problems: DraftProblems, { grant }: TokenForm): { name: string; label: string }[] {
  const fields = [
    { name: 'app', label: t('editor.appName') },
    { name: 'base_url', label: t('form.baseUrl') },
    { name: 'name', label: t('editor.name') },
    ...LOGIN_FIELDS.slice(1).map((name) => ({ name, label: getFieldLabel(name, grant) })),
  ];
  return fields.filter(({ name }) => Object.hasOwn(problems, name));
}

export function buildDraft(profile?: Profile): ProfileDraft {
  const { name, colour = 'blue', isProduction = false, form = EMPTY_TOKEN_FORM, reach = OWN_REACH } = profile ?? {};
  const found = readEnvironment(form.base_url);
  return { name, colour, isProduction, server: found?.environment ?? 'other', app: found?.app ?? '', form, reach };
}

/** The draft at another kind of server. Production is marked as such, and no other is. */
export function chooseServer(draft: ProfileDraft, server: ServerChoice): ProfileDraft {
  const form = { ...draft.form, base_url: getBaseUrl(draft) };
  if (server === 'other') return { ...draft, server, form };
  const isProduction = server === 'production';
  const colour = isProduction ? 'red' : draft.server === 'production' && draft.colour === 'red' ? 'blue' : draft.colour;
  return { ...draft, server, isProduction, colour, form };
}

/** Empty as long as the app's name is none. */
export function getBaseUrl(draft: ProfileDraft): string {
  const { server, app, form } = draft;
  if (server === 'other') return form.base_url;
  return findAppProblem(draft).app === undefined ? buildBaseUrl(server, app.trim().toLowerCase()) : '';
}

/** The name that was typed, else one for the address that none of the others has. */
export function getName(draft: ProfileDraft, others: ProfileList): string {
  if (draft.name !== undefined) return draft.name;
  const reading = readBaseUrl(getBaseUrl(draft));
  return findFreeName(others, reading.ok ? buildName(reading.origin) : t('editor.firstName'));
}

/** Checks the draft and makes a profile of it, or says of each field what is wrong. */
export function readDraft(
  draft: ProfileDraft,
  others: ProfileList,
): { ok: true; profile: NewProfile } | { ok: false; problems: DraftProblems } {
  const { colour, isProduction, reach } = draft;
  const form = { ...draft.form, base_url: getBaseUrl(draft) };
  const name = getName(draft, others).trim();
  const problems: DraftProblems = { ...findLoginProblems(form), ...findAppProblem(draft) };
  if (name === '') problems.name = getNameProblemText('missing');
  if (name.length > MAX_NAME_LENGTH) problems.name = getNameProblemText('too-long');
  if (draft.server !== 'other') delete problems.base_url;
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, profile: { name, colour, isProduction, form, reach } };
}

function findAppProblem({ server, app }: ProfileDraft): DraftProblems {
  const name = app.trim().toLowerCase();
  if (server === 'other' || isAppName(name)) return {};
  if (name !== '') return { app: t('editor.appMalformed') };
  return server === 'production' ? { app: t('editor.appMissing') } : {};
}

/** What speaks against the login, but for what may be left to the popup: each user of a profile types their own. */
function findLoginProblems(form: TokenForm): DraftProblems {
  const reading = readTokenForm(form);
  if (reading.ok) return {};
  const problems: DraftProblems = {};
  for (const field of LOGIN_FIELDS) {
    const problem = reading.problems[field];
    const mayWait = problem === 'missing' && field !== 'other_grant_type';
    if (problem && !mayWait) problems[field] = getProblemText(problem, getFieldLabel(field, form.grant));
  }
  return problems;
}
