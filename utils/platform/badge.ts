import browser from 'webextension-polyfill';
import type { Badge } from '@/utils/services/get-badge';

/** Shows a badge on the toolbar button. */
export async function showBadge({ text, colour, title }: Badge): Promise<void> {
  const { action } = browser;
  await Promise.all([
    action.setBadgeText({ text }),
    action.setBadgeBackgroundColor({ color: colour }),
    action.setBadgeTextColor({ color: '#ffffff' }),
    action.setTitle({ title: `KnetikCloud: ${title}` }),
  ]);
}
