import { OWN_REACH } from '@/utils/injection/reach';
import { GRANT_CHOICES, type GrantChoice } from '@/utils/oauth2/grants';
import { redact } from '@/utils/oauth2/redact';
import { EMPTY_TOKEN_FORM, type TokenForm } from '@/utils/oauth2/token-form';
import { readEnvironment } from '@/utils/profiles/environments';
import { cleanLine, cleanName } from './clean-text';
import type { FoundLogin } from './found-login';
import type { ImportedProfile, ImportedSecrets } from './imported-profile';
import type { ImportNote, LeftOutReason } from './import-note';
import { MAX_VALUE_LENGTH, hasPlaceholder } from './placeholders';
import { readTokenUrl } from './read-token-url';
import { suggestName } from './suggest-name';

export const NO_SECRETS: ImportedSecrets = { client_secret: '', password: '', token: '', refresh_token: '' };

const isSecret = (name: string): name is keyof ImportedSecrets => Object.hasOwn(NO_SECRETS, name);
const isVisible = (name: string): name is 'client_id' | 'username' => name === 'client_id' || name === 'username';

/**
 * The profile for a login that another tool's format describes. It reaches its own origin alone: what further pages
 * and opt-ins it gets is the user's to say.
 */
export function proposeProfile(
  login: FoundLogin,
): { ok: true; imported: ImportedProfile } | { ok: false; reason: LeftOutReason } {
  const address = readTokenUrl(login.tokenUrl);
  if (!address.ok) return address;
  const { values, notes: valueNotes } = readValues(login);
  const { grant, other_grant_type, notes: grantNotes } = readGrant(values);

  const form: TokenForm = { ...EMPTY_TOKEN_FORM, base_url: address.base_url, grant, other_grant_type };
  const secrets = { ...NO_SECRETS };
  for (const [name, value] of values) {
    if (isSecret(name)) secrets[name] = value;
    else if (isVisible(name)) form[name] = cleanLine(value);
  }
  const hasClientId = (values.get('client_id') ?? '') !== '' && form.client_id !== '';
  if (!hasClientId) form.client_id = EMPTY_TOKEN_FORM.client_id;
  const clientNotes: ImportNote[] = hasClientId ? [] : [{ code: 'no-client-id', proposed: form.client_id }];

  const isProduction = readEnvironment(form.base_url)?.environment === 'production';
  const known = Object.values(secrets);
  // A secret can also be where nobody expects it, such as for a user name.
  const name = cleanName(redact(suggestName(form, hasClientId), known)) || 'Imported profile';
  const notes = [...address.notes, ...grantNotes, ...clientNotes, ...valueNotes, ...(login.notes ?? [])];
  const profile = {
    name,
    colour: isProduction ? ('red' as const) : ('blue' as const),
    isProduction,
    form,
    reach: OWN_REACH,
  };
  return { ok: true, imported: { profile, secrets, notes: notes.map((note) => redactNote(note, known)) } };
}

/** The parameters that can be taken over, by name, and notes about all others. */
function readValues({ parameters }: FoundLogin): { values: ReadonlyMap<string, string>; notes: ImportNote[] } {
  const values = new Map<string, string>();
  const others = new Set<string>();
  const notes = new Map<string, ImportNote>();
  const tell = (code: 'repeated' | 'variable' | 'too-long', parameter: string) =>
    notes.set(`${code} ${parameter}`, { code, parameter });
  for (const [name, value] of parameters) {
    if (name !== 'grant_type' && !isSecret(name) && !isVisible(name)) others.add(name);
    else if (values.has(name)) tell('repeated', name);
    else if (hasPlaceholder(value)) tell('variable', name);
    else if (value.length > MAX_VALUE_LENGTH) tell('too-long', name);
    else values.set(name, value);
  }
  return { values, notes: [...notes.values(), ...tellOthers([...others])] };
}

/** Names alone, as the values may be secrets; and of those only what looks like a name. */
function tellOthers(names: readonly string[]): ImportNote[] {
  if (names.length === 0) return [];
  const shown = names.filter((name) => /^[\w.-]{1,40}$/.test(name)).slice(0, 10);
  return [{ code: 'not-sent', names: shown, hiddenCount: names.length - shown.length }];
}

/** A secret can also be where a name is expected. */
function redactNote(note: ImportNote, known: readonly string[]): ImportNote {
  return note.code === 'not-sent' ? { ...note, names: note.names.map((name) => redact(name, known)) } : note;
}

function readGrant(values: ReadonlyMap<string, string>): {
  grant: GrantChoice;
  other_grant_type: string;
  notes: ImportNote[];
} {
  const named = cleanLine(values.get('grant_type') ?? '').slice(0, 200);
  const grant = GRANT_CHOICES.find((choice) => choice === named && choice !== 'other');
  if (grant) return { grant, other_grant_type: '', notes: [] };
  if (named !== '') return { grant: 'other', other_grant_type: named, notes: [{ code: 'uncommon-grant' }] };
  return { grant: guessGrant(values), other_grant_type: '', notes: [{ code: 'no-grant' }] };
}

function guessGrant(values: ReadonlyMap<string, string>): GrantChoice {
  if (values.get('username') || values.get('password')) return 'password';
  return values.get('refresh_token') ? 'refresh_token' : 'client_credentials';
}
