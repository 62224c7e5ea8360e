import type { JSX } from 'preact';
import { t } from '@/utils/platform/texts';
import { FormField } from '../FormField';
import {
  findPassphraseProblems,
  getPassphraseProblemText,
  getPassphraseRule,
  type NewPassphrase,
} from './new-passphrase';

export interface NewPassphraseFieldsProps {
  label: string;
  /** The label of the second field. */
  repeatLabel?: string;
  /** What follows of losing it; shown with the rule. */
  hint?: string;
  typed: NewPassphrase;
  onType: (typed: NewPassphrase) => void;
  /** Whether the user thinks that it is done: before that nothing is wrong yet. */
  isJudged: boolean;
  disabled: boolean;
  /** What the background found wrong. */
  problem?: string | undefined;
}

/** Two fields for a new passphrase. */
export function NewPassphraseFields(props: NewPassphraseFieldsProps): JSX.Element {
  const {
    label,
    repeatLabel = t('vault.repeatedPassphrase'),
    hint,
    typed,
    onType,
    isJudged,
    disabled,
    problem,
  } = props;
  const problems = isJudged ? findPassphraseProblems(typed) : {};
  return (
    <>
      <FormField
        name="new-passphrase"
        label={label}
        value={typed.passphrase}
        required
        kind="secret"
        hint={[getPassphraseRule(), hint].filter(Boolean).join(' ')}
        problem={problems.passphrase ? getPassphraseProblemText(problems.passphrase) : problem}
        disabled={disabled}
        onInput={(passphrase) => onType({ ...typed, passphrase })}
      />
      <FormField
        name="repeated-passphrase"
        label={repeatLabel}
        value={typed.repeated}
        required
        kind="secret"
        problem={problems.repeated && getPassphraseProblemText(problems.repeated)}
        disabled={disabled}
        onInput={(repeated) => onType({ ...typed, repeated })}
      />
    </>
  );
}
