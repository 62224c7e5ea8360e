import { t } from '@/utils/platform/texts';
import {
  findPassphraseProblem,
  MIN_PASSPHRASE_LENGTH,
  type PassphraseProblem,
} from '@/utils/vault/passphrase-strength';
import { formatCount } from '../format-number';

/** A passphrase for something new, typed twice, as nobody sees it. */
export interface NewPassphrase {
  passphrase: string;
  repeated: string;
}

export const EMPTY_PASSPHRASE: NewPassphrase = { passphrase: '', repeated: '' };

/** The background takes no longer one. */
const MAX_LENGTH = 1000;

type Problem = PassphraseProblem | 'too-long' | 'differs';

/** What is wrong with each of both fields. */
export function findPassphraseProblems({ passphrase, repeated }: NewPassphrase): {
  passphrase?: Problem;
  repeated?: Problem;
} {
  const problem = findPassphraseProblem(passphrase);
  if (problem) return { passphrase: problem };
  if (passphrase.length > MAX_LENGTH) return { passphrase: 'too-long' };
  return passphrase === repeated ? {} : { repeated: 'differs' };
}

export function isUsable(typed: NewPassphrase): boolean {
  return Object.keys(findPassphraseProblems(typed)).length === 0;
}

export function getPassphraseRule(): string {
  return t('vault.passphraseRule', { min: formatCount(MIN_PASSPHRASE_LENGTH) });
}

/** A sentence that says what to do. */
export function getPassphraseProblemText(problem: Problem): string {
  switch (problem) {
    case 'too-short':
      return t('vault.passphraseTooShort', { min: formatCount(MIN_PASSPHRASE_LENGTH) });
    case 'too-uniform':
      return t('vault.passphraseTooUniform');
    case 'malformed':
      return t('vault.passphraseMalformed');
    case 'too-long':
      return t('vault.passphraseTooLong', { max: formatCount(MAX_LENGTH) });
    case 'differs':
      return t('vault.passphraseDiffers');
  }
}
