import type { JSX } from 'preact';
import { t } from '@/utils/platform/texts';
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

function getTroubleText(trouble: Trouble, advice = t('popup.tryAgain')): string {
  return trouble === 'silent' ? `${t('popup.backgroundSilent')} ${advice}` : t('popup.permissionDenied');
}
