import { t } from '@/utils/platform/texts';
import { MAX_NAME_LENGTH } from '@/utils/profiles/profile';
import { formatCount } from '../format-number';

/** What is wrong with the name of a profile, as a sentence that says what to do. */
export function getNameProblemText(problem: 'missing' | 'too-long'): string {
  return problem === 'missing'
    ? t('editor.nameMissing')
    : t('editor.nameTooLong', { max: formatCount(MAX_NAME_LENGTH) });
}
