import type { ImportedSecrets, ImportReading, ImportSource } from '@/utils/imports/imported-profile';
import type { DocumentAnswer } from '@/utils/platform/fetch-document';
import type { GrantChoice } from '@/utils/oauth2/grants';
import { getFieldLabel } from '../field-texts';

export const SOURCES: Record<ImportSource, string> = {
  'own-export': 'An export of this extension',
  curl: 'A curl line',
  'form-body': 'The body of a form',
  'postman-collection': 'A Postman collection',
  'postman-environment': 'A Postman environment',
  openapi: 'An API’s description',
};

/** What is wrong with a text that cannot be imported, as a sentence that says what to do. */
export function getReadingText(reading: ImportReading & { ok: false }): string {
  switch (reading.code) {
    case 'empty':
      return 'There is nothing to read yet: paste something first.';
    case 'not-recognized':
      return 'This is none of the formats that can be read.';
    case 'too-large':
      return 'This is too long: at most 5 million characters can be read.';
    case 'newer-version':
      return 'A newer version of this extension has made this export. Update the extension here, then try again.';
    case 'damaged':
      return 'This export is damaged or was changed. Export it again where it came from.';
    case 'nothing-usable':
      return ['There is no login in it that can be used.', ...reading.notes].join(' ');
    case 'passphrase-needed':
      return 'This export has secrets. It opens with the passphrase that was chosen for it.';
    case 'wrong-passphrase':
      return 'This is not its passphrase.';
  }
}

export function getDocumentText(answer: DocumentAnswer & { ok: false }): string {
  switch (answer.code) {
    case 'no-address':
      return 'This is no web address. It begins with https://; servers on this machine may do without.';
    case 'no-host-permission':
      return 'Without the browser’s permission for this host nothing was loaded. Try again, and answer its question with yes.';
    case 'unreachable':
      return 'The server did not answer within 15 seconds, or cannot be reached.';
    case 'too-large':
      return 'The answer is longer than 5 MB and was not read.';
    case 'no-document':
      return 'There is no description of an API at this address, nor where servers usually keep it.';
  }
}

/** The labels of the secrets that are there; never the secrets. */
export function listSecretLabels(secrets: ImportedSecrets, grant: GrantChoice): string[] {
  const names = ['client_secret', 'password', 'token', 'refresh_token'] as const;
  return names.filter((name) => secrets[name] !== '').map((name) => getFieldLabel(name, grant));
}
