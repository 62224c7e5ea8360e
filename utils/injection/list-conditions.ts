import type { AskedRequest, BrowserFacts, Condition, ConditionName, SkipReason } from './condition';
import type { HeaderProfile, HeaderSituation } from './explain-request';
import { findCarrier, getKind, isOff } from './find-carrier';
import { isReading } from './header-decision';
import { TOKEN_ENDPOINTS } from './may-carry';
import { fromSocketUrl } from './socket-origin';

/** The exception among Chromium's rules, which knows no other spellings. */
const EXCEPTED = /^\/oauth\/(token|revoke)([^\w.%-]|$)/i;

/** Whether something holds; or why that was not looked at. */
type Judgement = boolean | SkipReason;

export interface Judged {
  /** The request gets the header exactly if none of them fails. */
  conditions: Condition[];
  /** Whose token it carries, or would carry; undefined where it could be nobody's. */
  profileId: string | undefined;
}

/** Every condition for this request to get the header, each with what became of it. */
export function listConditions(
  request: AskedRequest,
  situation: HeaderSituation,
  { nowMs, isConfidential = true, isPermitted, hasPageScript }: BrowserFacts & { nowMs: number },
): Judged {
  const { profiles, switches, engine } = situation;
  const { method, page, tabId } = request;
  const url = fromSocketUrl(request.url);
  const kind = getKind(request);
  const { profile, loadRoute, hasRoom } = findCarrier(request, situation);
  const isKnownApi = profiles.some(({ routes }) => routes.some(({ api }) => api === url.origin));
  const missing = getMissing(situation, isKnownApi, profile);
  const isSiteOff = isOff(situation, kind === 'link' ? '' : (page ?? ''), url.origin);
  // Firefox knows who links.
  const isLinkedFromOff = kind === 'link' && engine === 'requests' && isOff(situation, page ?? '', '');

  // What the page script does not see is left to the rules.
  const isMarked = engine === 'requests' || (kind === 'call' && !loadRoute);
  const isTokenEndpoint =
    (isMarked && TOKEN_ENDPOINTS.test(unescape(url.pathname))) || (engine === 'rules' && EXCEPTED.test(url.pathname));

  const judgeKind = (): Judgement => {
    if (method === 'OPTIONS') return false;
    if (kind === 'link') return isKnownApi ? profile !== undefined && isReading(request) : (missing ?? false);
    if (missing || !profile || kind === 'call') return missing ?? true;
    // What is off has no rule, and says so itself.
    const isSettledElsewhere = engine === 'requests' || switches.paused || isSiteOff;
    return isSettledElsewhere ? profile.everything : loadRoute !== undefined;
  };
  const judgePageScript = (): Judgement => (kind !== 'call' || loadRoute ? 'no-call' : (hasPageScript ?? 'unknown'));

  const judgements: [ConditionName, Judgement][] = [
    ['no-own-header', !request.hasOwnHeader || loadRoute !== undefined],
    ['logged-in', profiles.length > 0],
    ['confidential', isConfidential],
    ['known-api', profiles.length > 0 ? isKnownApi : 'needs-login'],
    ['chosen-page', judgePage(request, situation, { isKnownApi, profile })],
    ['no-token-endpoint', !isTokenEndpoint],
    ['not-paused', !switches.paused],
    ['site-on', !isSiteOff && !isLinkedFromOff],
    ['tab-on', !switches.offTabs.includes(tabId)],
    ['may-write', profile ? !profile.isReadOnly || isReading(request) : (missing ?? true)],
    ['no-login-in-url', !url.username && !url.password],
    ['kind', judgeKind()],
    ...(hasRoom ? [] : [['room', false] satisfies [ConditionName, Judgement]]),
    ['permitted', isPermitted ?? 'unknown'],
    ...(engine === 'rules' ? [['page-script', judgePageScript()] satisfies [ConditionName, Judgement]] : []),
  ];
  const conditions = judgements.map(([name, judgement]) => buildCondition(name, judgement));
  return { conditions: [...conditions, judgeExpiry(profile, missing, nowMs)], profileId: profile?.profileId };
}

/** What has to be mended before anything can be said of a profile. */
function getMissing(
  { profiles }: HeaderSituation,
  isKnownApi: boolean,
  profile: HeaderProfile | undefined,
): SkipReason | undefined {
  if (profiles.length === 0) return 'needs-login';
  if (!isKnownApi) return 'needs-api';
  return profile ? undefined : 'needs-page';
}

function judgePage(
  request: AskedRequest,
  { profiles, engine }: HeaderSituation,
  { isKnownApi, profile }: { isKnownApi: boolean; profile: HeaderProfile | undefined },
): Judgement {
  if (profiles.length === 0) return 'needs-login';
  if (!isKnownApi) return 'needs-api';
  if (getKind(request) !== 'link') return profile !== undefined;
  if (request.page === undefined) return 'typed-address';
  if (engine === 'rules') return 'any-page';
  const candidates = profile ? [profile] : profiles;
  return candidates.some(({ routes }) => routes.some(({ page }) => page === request.page));
}

function judgeExpiry(profile: HeaderProfile | undefined, missing: SkipReason | undefined, nowMs: number): Condition {
  if (!profile) return buildCondition('not-expired', missing ?? 'needs-page');
  return { name: 'not-expired', outcome: nowMs > (profile.expiresAtMs ?? Infinity) ? 'warns' : 'holds' };
}

function buildCondition(name: ConditionName, judgement: Judgement): Condition {
  if (typeof judgement === 'string') return { name, outcome: 'skipped', why: judgement };
  return { name, outcome: judgement ? 'holds' : 'fails' };
}
