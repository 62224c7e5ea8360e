import type { JSX } from 'preact';
import { mayClearClipboard, setClearingClipboard } from '@/utils/platform/clipboard';
import { t } from '@/utils/platform/texts';
import { PermissionOption } from './PermissionOption';

/** Whether copied secrets are cleared from the clipboard. */
export function ClearClipboardOption(): JSX.Element {
  return (
    <PermissionOption
      label={t('copy.clear')}
      hint={t('copy.clearHint')}
      isGranted={mayClearClipboard}
      setGranted={setClearingClipboard}
    />
  );
}
