import type { Verdict } from '@/utils/injection/explain-request';
import type { TextKey } from '@/utils/platform/texts';

/** What became of a request, in words. */
export const VERDICT_TEXTS: Record<Verdict, TextKey> = {
  sent: 'activity.sent',
  'sent-expired': 'activity.sentExpired',
  'own-header': 'activity.ownHeader',
  'no-token': 'activity.noToken',
  paused: 'activity.paused',
  'off-site': 'activity.offSite',
  'off-tab': 'activity.offTab',
  'read-only': 'activity.readOnly',
  'other-api': 'activity.otherApi',
  'other-page': 'activity.otherPage',
  'token-endpoint': 'activity.tokenEndpoint',
  'login-in-url': 'activity.loginInUrl',
  'not-opted-in': 'activity.notOptedIn',
  'not-marked': 'activity.notMarked',
};

export const hasCarried = (verdict: Verdict): boolean => verdict === 'sent' || verdict === 'sent-expired';
