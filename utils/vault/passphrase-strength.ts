/**
 * Whoever has the disk tries passphrases offline, where nothing slows down but the key derivation. Eight characters, the
 * usual minimum for a login, are too few for that; twelve still fit four short words.
 */
export const MIN_PASSPHRASE_LENGTH = 12;
/** Keeps out "aaaaaaaaaaaa" and "121212121212"; more than this a rule cannot know. */
const MIN_DIFFERENT_CHARACTERS = 5;

/** `malformed`: half a character, which no keyboard types and which would count as any other half. */
export type PassphraseProblem = 'too-short' | 'too-uniform' | 'malformed';

/** What speaks against a passphrase for something new; one that is in use always opens. */
export function findPassphraseProblem(passphrase: string): PassphraseProblem | undefined {
  if (!passphrase.isWellFormed()) return 'malformed';
  const characters = Array.from(passphrase.normalize('NFKC'));
  if (characters.length < MIN_PASSPHRASE_LENGTH) return 'too-short';
  return new Set(characters).size < MIN_DIFFERENT_CHARACTERS ? 'too-uniform' : undefined;
}
