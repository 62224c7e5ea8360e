/** A parameter of the token request that a person types in; spelled as on the wire. */
export type TokenParameter = 'client_id' | 'client_secret' | 'username' | 'password' | 'token' | 'refresh_token';

export interface GrantField {
  name: TokenParameter;
  required: boolean;
}

/** What the user picks. `other` stands for a plug-in of the server whose name is typed in. */
export type GrantChoice = 'client_credentials' | 'password' | 'facebook' | 'google' | 'refresh_token' | 'other';

const required = (name: TokenParameter): GrantField => ({ name, required: true });
const optional = (name: TokenParameter): GrantField => ({ name, required: false });

const client = [required('client_id'), optional('client_secret')];
const socialFields = [required('token'), ...client];

/** The one table that says which parameters a grant has; form, check and request are all made from it. */
export const GRANT_FIELDS: Readonly<Record<GrantChoice, readonly GrantField[]>> = {
  client_credentials: client,
  password: [required('username'), required('password'), ...client],
  facebook: socialFields,
  google: socialFields,
  refresh_token: [required('refresh_token'), ...client],
  other: [optional('token'), optional('username'), optional('password'), ...client],
};

export const GRANT_CHOICES = Object.keys(GRANT_FIELDS) as GrantChoice[];

/** Parameters that must never be stored on disk, logged or shown unmasked. */
export const SECRET_PARAMETERS: ReadonlySet<TokenParameter> = new Set([
  'client_secret',
  'password',
  'token',
  'refresh_token',
]);
