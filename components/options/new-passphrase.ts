import { findPassphraseProblem, MIN_PASSPHRASE_LENGTH } from '@/utils/vault/passphrase-strength';

/** A passphrase for something new, typed twice, as nobody sees it. */
export interface NewPassphrase {
  passphrase: string;
  repeated: string;
}

export const EMPTY_PASSPHRASE: NewPassphrase = { passphrase: '', repeated: '' };

export const PASSPHRASE_RULE = `At least ${MIN_PASSPHRASE_LENGTH} characters; four or five random words are good.`;

/** The background takes no longer one. */
const MAX_LENGTH = 1000;

const TEXTS = {
  'too-short': `Too short: it needs at least ${MIN_PASSPHRASE_LENGTH} characters. Four random words are easy to keep in mind.`,
  'too-uniform': 'Too easy to guess: it needs more different characters.',
  malformed: 'It holds a broken character. Type or paste it again.',
};

/** What is wrong with each of both fields, as a sentence that says what to do. */
export function getPassphraseProblems({ passphrase, repeated }: NewPassphrase): Partial<NewPassphrase> {
  const problem = findPassphraseProblem(passphrase);
  if (problem) return { passphrase: TEXTS[problem] };
  if (passphrase.length > MAX_LENGTH) return { passphrase: `Too long: at most ${MAX_LENGTH} characters.` };
  return passphrase === repeated ? {} : { repeated: 'This is not the same passphrase. Type it again, here or above.' };
}

export function isUsable(typed: NewPassphrase): boolean {
  return Object.keys(getPassphraseProblems(typed)).length === 0;
}
