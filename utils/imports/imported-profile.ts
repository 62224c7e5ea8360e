import type { TokenForm } from '@/utils/oauth2/token-form';
import type { NewProfile } from '@/utils/profiles/profile-list';
import type { ImportNote } from './import-note';

/** What one logs in with and must not see; empty strings where there is none. */
export type ImportedSecrets = Pick<TokenForm, 'client_secret' | 'password' | 'token' | 'refresh_token'>;

/** A profile as an import proposes it, for the user to review. Nothing of it is stored yet. */
export interface ImportedProfile {
  /** Without an id: the background gives it one, so that an import can never overwrite. */
  profile: NewProfile;
  /** Those that came along. */
  secrets: ImportedSecrets;
  notes: readonly ImportNote[];
}

/** What came of a text that was pasted or a file that was opened. */
export type ImportReading =
  /** `notes`: what concerns no single profile, such as how many were left out. */
  | { ok: true; source: ImportSource; profiles: readonly ImportedProfile[]; notes: readonly ImportNote[] }
  | { ok: false; code: 'empty' | 'not-recognized' | 'too-large' | 'newer-version' | 'damaged' }
  /** Recognized, but with no login in it; `notes` say why. */
  | { ok: false; code: 'nothing-usable'; notes: readonly ImportNote[] }
  /** Our own export with secrets: to be opened with its passphrase. */
  | { ok: false; code: 'passphrase-needed' | 'wrong-passphrase' };

export type ImportSource =
  | 'own-export'
  | 'curl'
  | 'form-body'
  | 'postman-collection'
  | 'postman-environment'
  | 'openapi';
