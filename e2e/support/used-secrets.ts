import type { Secret } from '../../scripts/evidence/find-secrets.ts';

/** Everything secret that the tests of this file have typed or handed over; most of it is never sent. */
const used = new Map<string, string>();

/** To be called with every secret that a test uses. */
export function noteSecret(what: string, text: string): void {
  if (text.trim() !== '') used.set(text, what);
}

/** Notes the secret ones of some fields, by their names or labels. */
export function noteSecretFields(fields: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(fields)) {
    const isSecret = /password|secret|passphrase|^(refresh_)?token$|^next$/i.test(name);
    if (isSecret && typeof value === 'string') noteSecret(name, value);
  }
}

export function listUsedSecrets(): Secret[] {
  return [...used].map(([text, what]) => ({ text, what }));
}
