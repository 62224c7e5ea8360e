import type { JSX } from 'preact';
import type { Trouble } from './use-asking';

export interface TroubleNoticeProps {
  trouble: Trouble | undefined;
  /** What helps, in this place, where nobody answers. */
  advice?: string;
}

/** Says that what was asked for did not come about. */
export function TroubleNotice({ trouble, advice }: TroubleNoticeProps): JSX.Element | null {
  if (!trouble) return null;
  return (
    <p class="notice failure" role="alert">
      {getTroubleText(trouble, advice)}
    </p>
  );
}

function getTroubleText(trouble: Trouble, advice = 'Try again, or reload this page.'): string {
  return trouble === 'silent'
    ? `The extension’s background does not answer. ${advice}`
    : 'Without the browser’s permission for these hosts nothing was done. Try again, and answer its question with yes.';
}
