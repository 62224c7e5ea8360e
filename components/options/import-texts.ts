import type { ImportedSecrets, ImportReading, ImportSource } from '@/utils/imports/imported-profile';
import { MAX_IMPORT_LENGTH } from '@/utils/imports/read-import';
import type { DocumentAnswer } from '@/utils/platform/fetch-document';
import { t, type TextKey } from '@/utils/platform/texts';
import type { GrantChoice } from '@/utils/oauth2/grants';
import { getFieldLabel } from '../field-texts';
import { formatCount } from '../format-number';
import { getNoteText } from './note-texts';

export const SOURCE_TEXTS: Record<ImportSource, TextKey> = {
  'own-export': 'importing.sourceOwnExport',
  curl: 'importing.sourceCurl',
  'form-body': 'importing.sourceFormBody',
  'postman-collection': 'importing.sourcePostmanCollection',
  'postman-environment': 'importing.sourcePostmanEnvironment',
  openapi: 'importing.sourceOpenapi',
};

type Refused<Answer extends { ok: boolean }> = Extract<Answer, { ok: false }>;

const READING_TEXTS: Record<Exclude<Refused<ImportReading>['code'], 'too-large'>, TextKey> = {
  empty: 'importing.problemEmpty',
  'not-recognized': 'importing.problemNotRecognized',
  'newer-version': 'importing.problemNewerVersion',
  damaged: 'importing.problemDamaged',
  'nothing-usable': 'importing.problemNothingUsable',
  'passphrase-needed': 'importing.problemPassphraseNeeded',
  'wrong-passphrase': 'importing.problemWrongPassphrase',
};

export const DOCUMENT_TEXTS: Record<Refused<DocumentAnswer>['code'], TextKey> = {
  'no-address': 'importing.addressMalformed',
  'no-host-permission': 'importing.addressDenied',
  unreachable: 'importing.addressUnreachable',
  'too-large': 'importing.addressTooLarge',
  'no-document': 'importing.addressNoDocument',
};

/** What is wrong with a text that cannot be imported, as a sentence that says what to do. */
export function getReadingText(reading: Refused<ImportReading>): string {
  if (reading.code === 'too-large') return t('importing.problemTooLarge', { max: formatCount(MAX_IMPORT_LENGTH) });
  const notes = reading.code === 'nothing-usable' ? reading.notes : [];
  return [t(READING_TEXTS[reading.code]), ...notes.map(getNoteText)].join(' ');
}

/** The labels of the secrets that are there; never the secrets. */
export function listSecretLabels(secrets: ImportedSecrets, grant: GrantChoice): string[] {
  const names = ['client_secret', 'password', 'token', 'refresh_token'] as const;
  return names.filter((name) => secrets[name] !== '').map((name) => getFieldLabel(name, grant));
}
