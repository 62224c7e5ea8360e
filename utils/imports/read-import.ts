import { EXPORT_FORMAT } from './export-format';
import type { Findings } from './found-login';
import type { ImportReading, ImportSource } from './imported-profile';
import { parseJson } from './parse-json';
import { proposeProfiles } from './propose-profiles';
import { readCurl } from './read-curl';
import { readFormBody } from './read-form-body';
import { readOpenApi } from './read-openapi';
import { type SealedChoice, readOwnExport } from './read-own-export';
import { readPostmanCollection } from './read-postman-collection';
import { readPostmanEnvironment } from './read-postman-environment';

/** In characters; the largest collections of Postman are about that long. */
export const MAX_IMPORT_LENGTH = 5_000_000;

export interface ImportOptions {
  /** Where the text was loaded from, if it was: relative addresses in an API's description start there. */
  documentUrl?: string | undefined;
  /** For our own export with secrets. Without it such an export answers "passphrase-needed". */
  sealed?: SealedChoice | undefined;
}

/**
 * Recognizes what was pasted or opened, and proposes profiles for the logins in it. Nothing of it is run or stored.
 * Whatever the text is, this does not throw, and takes time in proportion to its length.
 */
export async function readImport(text: string, options: ImportOptions = {}): Promise<ImportReading> {
  if (text.length > MAX_IMPORT_LENGTH) return { ok: false, code: 'too-large' };
  const tidy = text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .trim();
  if (tidy === '') return { ok: false, code: 'empty' };
  if (!/^[{[]/.test(tidy)) return readText(tidy);
  const json = parseJson(tidy);
  // The beginning of a file of ours that was cut off.
  if (json === undefined && tidy.slice(0, 200).includes(EXPORT_FORMAT)) return { ok: false, code: 'damaged' };
  return (await readOwnExport(json, options.sealed)) ?? readForeignJson(json, options);
}

function readText(text: string): ImportReading {
  const curl = readCurl(text);
  return curl ? buildReading('curl', curl) : buildReading('form-body', readFormBody(text));
}

function readForeignJson(json: unknown, { documentUrl }: ImportOptions): ImportReading {
  const collection = readPostmanCollection(json);
  if (collection) return buildReading('postman-collection', collection);
  const environment = readPostmanEnvironment(json);
  if (environment) return buildReading('postman-environment', environment);
  return buildReading('openapi', readOpenApi(json, documentUrl));
}

function buildReading(source: ImportSource, findings: Findings | undefined): ImportReading {
  if (!findings) return { ok: false, code: 'not-recognized' };
  const { profiles, notes } = proposeProfiles(findings);
  return profiles.length > 0 ? { ok: true, source, profiles, notes } : { ok: false, code: 'nothing-usable', notes };
}
