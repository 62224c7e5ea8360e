import { type FailureReason, getFailureReason } from '@/utils/oauth2/failure-reason';
import type { TokenFailure } from '@/utils/oauth2/token-failure';
import { getLanguage, t, type TextKey } from '@/utils/platform/texts';

/** What the popup can do about a failure at a click. */
type FailureRemedy = 'try-again' | 'allow-access' | 'open-base-url';

interface FailureEntry {
  cause: TextKey;
  next: TextKey;
  remedy?: FailureRemedy;
}

/** What went wrong, and what the user can do about it. */
export interface FailureText {
  cause: string;
  next: string;
}

/** The one table of all that can go wrong with a token request. */
export const FAILURES: Record<FailureReason, FailureEntry> = {
  offline: { cause: 'failure.offlineCause', next: 'failure.offlineNext', remedy: 'try-again' },
  dns: { cause: 'failure.dnsCause', next: 'failure.dnsNext' },
  connection: { cause: 'failure.connectionCause', next: 'failure.connectionNext', remedy: 'try-again' },
  'connection-refused': {
    cause: 'failure.connectionRefusedCause',
    next: 'failure.connectionRefusedNext',
    remedy: 'try-again',
  },
  proxy: { cause: 'failure.proxyCause', next: 'failure.proxyNext', remedy: 'try-again' },
  blocked: { cause: 'failure.blockedCause', next: 'failure.blockedNext' },
  certificate: { cause: 'failure.certificateCause', next: 'failure.certificateNext', remedy: 'open-base-url' },
  'certificate-date': {
    cause: 'failure.certificateDateCause',
    next: 'failure.certificateDateNext',
    remedy: 'open-base-url',
  },
  tls: { cause: 'failure.tlsCause', next: 'failure.tlsNext', remedy: 'open-base-url' },
  timeout: { cause: 'failure.timeoutCause', next: 'failure.timeoutNext', remedy: 'try-again' },
  redirected: { cause: 'failure.redirectedCause', next: 'failure.redirectedNext', remedy: 'open-base-url' },
  'too-large': { cause: 'failure.tooLargeCause', next: 'failure.tooLargeNext' },
  'no-host-permission': {
    cause: 'failure.noHostPermissionCause',
    next: 'failure.noHostPermissionNext',
    remedy: 'allow-access',
  },
  'not-allowed': { cause: 'failure.notAllowedCause', next: 'failure.notAllowedNext' },
  'not-confidential': { cause: 'failure.notConfidentialCause', next: 'failure.notConfidentialNext' },
  interrupted: { cause: 'failure.interruptedCause', next: 'failure.interruptedNext', remedy: 'try-again' },
  unknown: { cause: 'failure.unknownCause', next: 'failure.unknownNext', remedy: 'try-again' },
  'web-page': { cause: 'failure.webPageCause', next: 'failure.webPageNext', remedy: 'open-base-url' },
  'not-json': { cause: 'failure.notJsonCause', next: 'failure.notJsonNext', remedy: 'try-again' },
  empty: { cause: 'failure.emptyCause', next: 'failure.emptyNext', remedy: 'try-again' },
  'no-access-token': { cause: 'failure.noAccessTokenCause', next: 'failure.noAccessTokenNext' },
  'expired-on-arrival': {
    cause: 'failure.expiredOnArrivalCause',
    next: 'failure.expiredOnArrivalNext',
    remedy: 'try-again',
  },
  'unsupported-token-type': { cause: 'failure.unsupportedTokenTypeCause', next: 'failure.unsupportedTokenTypeNext' },
  'not-found': { cause: 'failure.notFoundCause', next: 'failure.notFoundNext' },
  'method-not-allowed': { cause: 'failure.methodNotAllowedCause', next: 'failure.methodNotAllowedNext' },
  'unexpected-status': { cause: 'failure.unexpectedStatusCause', next: 'failure.unexpectedStatusNext' },
  'rate-limited': { cause: 'failure.rateLimitedCause', next: 'failure.rateLimitedNext', remedy: 'try-again' },
  'server-error': { cause: 'failure.serverErrorCause', next: 'failure.serverErrorNext', remedy: 'try-again' },
  unavailable: { cause: 'failure.unavailableCause', next: 'failure.unavailableNext', remedy: 'try-again' },
  'invalid-request': { cause: 'failure.invalidRequestCause', next: 'failure.invalidRequestNext' },
  'client-secret-missing': { cause: 'failure.clientSecretMissingCause', next: 'failure.clientSecretMissingNext' },
  'client-wrong': { cause: 'failure.clientWrongCause', next: 'failure.clientWrongNext' },
  'password-wrong': { cause: 'failure.passwordWrongCause', next: 'failure.passwordWrongNext' },
  'refresh-token-over': { cause: 'failure.refreshTokenOverCause', next: 'failure.refreshTokenOverNext' },
  'facebook-token-over': { cause: 'failure.facebookTokenOverCause', next: 'failure.facebookTokenOverNext' },
  'google-token-over': { cause: 'failure.googleTokenOverCause', next: 'failure.googleTokenOverNext' },
  'credentials-wrong': { cause: 'failure.credentialsWrongCause', next: 'failure.credentialsWrongNext' },
  'grant-not-allowed': { cause: 'failure.grantNotAllowedCause', next: 'failure.grantNotAllowedNext' },
  'grant-unknown': { cause: 'failure.grantUnknownCause', next: 'failure.grantUnknownNext' },
  'scope-refused': { cause: 'failure.scopeRefusedCause', next: 'failure.scopeRefusedNext' },
  'invalid-token': { cause: 'failure.invalidTokenCause', next: 'failure.invalidTokenNext' },
  'access-denied': { cause: 'failure.accessDeniedCause', next: 'failure.accessDeniedNext' },
  unauthorized: { cause: 'failure.unauthorizedCause', next: 'failure.unauthorizedNext' },
  other: { cause: 'failure.otherCause', next: 'failure.otherNext' },
};

/** Says a failure in two sentences: the cause, and the next step. */
export function getFailureText(failure: TokenFailure): FailureText {
  const { cause, next } = getFailureEntry(failure);
  const waitSeconds = 'retryAfterSeconds' in failure ? failure.retryAfterSeconds : undefined;
  return {
    cause: t(cause),
    next: waitSeconds === undefined ? t(next) : t('failure.retryIn', { duration: formatRoughly(waitSeconds) }),
  };
}

export function getFailureEntry(failure: TokenFailure): FailureEntry {
  return FAILURES[getFailureReason(failure)];
}

/** What a wrong clock has to do with it, as a sentence; undefined when it is right. */
export function getClockText(failure: TokenFailure): string | undefined {
  const aheadMs = 'clockAheadMs' in failure ? failure.clockAheadMs : undefined;
  return aheadMs === undefined
    ? undefined
    : t('failure.clockDiffers', { duration: formatRoughly(Math.abs(aheadMs) / 1000) });
}

/** A duration in its largest unit that still tells enough: "90 seconds", "3 minutes". */
function formatRoughly(seconds: number): string {
  const [unit, length] =
    seconds < 120
      ? ['second', 1]
      : seconds < 2 * 3600
        ? ['minute', 60]
        : seconds < 48 * 3600
          ? ['hour', 3600]
          : ['day', 86_400];
  const format = new Intl.NumberFormat(getLanguage(), { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(Math.ceil(seconds / length));
}
