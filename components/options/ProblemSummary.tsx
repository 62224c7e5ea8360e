import type { JSX } from 'preact';
import { t } from '@/utils/platform/texts';

export interface ProblemSummaryProps {
  /** The names of the fields, in the order of the page, with their labels. */
  fields: readonly { name: string; label: string }[];
  onGoTo: (name: string) => void;
}

/** Says that nothing was saved, and leads to each field that is in the way. Each says itself what is wrong with it. */
export function ProblemSummary({ fields, onGoTo }: ProblemSummaryProps): JSX.Element {
  return (
    // Always there, so that screen readers hear what comes into it.
    <div role="status">
      {fields.length === 0 ? null : (
        <div class="notice failure">
          <p>{t('editor.problems')}</p>
          <ul class="problem-links">
            {fields.map(({ name, label }) => (
              <li key={name}>
                <button type="button" class="link" onClick={() => onGoTo(name)}>
                  {label}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
