import type { JSX } from 'preact';
import { mayNotify, setNotifying } from '@/utils/platform/notifications';
import { t } from '@/utils/platform/texts';
import { PermissionOption } from './PermissionOption';

/** Whether a desktop notification says that a login is needed. */
export function NotifyOption(): JSX.Element {
  return <PermissionOption label={t('token.notifyMe')} isGranted={mayNotify} setGranted={setNotifying} />;
}
