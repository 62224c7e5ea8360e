import type { ConditionName, SkipReason } from '@/utils/injection/condition';
import type { TextKey } from '@/utils/platform/texts';

/** What each condition says when it holds, and what to do when it does not. */
export const CONDITION_TEXTS: Record<ConditionName, { says: TextKey; mend: TextKey }> = {
  'no-own-header': { says: 'explain.noOwnHeader', mend: 'explain.mendOwnHeader' },
  'logged-in': { says: 'explain.loggedIn', mend: 'explain.mendLogin' },
  confidential: { says: 'explain.confidential', mend: 'explain.mendConfidential' },
  'known-api': { says: 'explain.knownApi', mend: 'explain.mendApi' },
  'chosen-page': { says: 'explain.chosenPage', mend: 'explain.mendPage' },
  'no-token-endpoint': { says: 'explain.noTokenEndpoint', mend: 'explain.mendEndpoint' },
  'not-paused': { says: 'explain.notPaused', mend: 'explain.mendPaused' },
  'site-on': { says: 'explain.siteOn', mend: 'explain.mendSite' },
  'tab-on': { says: 'explain.tabOn', mend: 'explain.mendTab' },
  'may-write': { says: 'explain.mayWrite', mend: 'explain.mendWriting' },
  'no-login-in-url': { says: 'explain.noLoginInUrl', mend: 'explain.mendLogInUrl' },
  kind: { says: 'explain.kindFits', mend: 'explain.mendKind' },
  room: { says: 'explain.room', mend: 'explain.mendRoom' },
  permitted: { says: 'explain.permitted', mend: 'explain.mendPermission' },
  'page-script': { says: 'explain.pageScript', mend: 'explain.mendPageScript' },
  'not-expired': { says: 'explain.notExpired', mend: 'explain.mendExpired' },
};

export const SKIP_TEXTS: Record<SkipReason, TextKey> = {
  'needs-login': 'explain.skipLogin',
  'needs-api': 'explain.skipApi',
  'needs-page': 'explain.skipPage',
  'typed-address': 'explain.skipTyped',
  'any-page': 'explain.skipAnyPage',
  'no-call': 'explain.skipNoCall',
  unknown: 'explain.skipUnknown',
};
