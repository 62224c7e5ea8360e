import type { TokenFailure } from '@/utils/oauth2/token-failure';

/** What went wrong, and what the user can do about it. */
export interface FailureText {
  cause: string;
  next: string;
}

const TRANSPORT: Record<
  Exclude<TokenFailure['code'], 'refused' | 'rate-limited' | 'unsupported-token-type'>,
  FailureText
> = {
  offline: { cause: 'This computer is offline.', next: 'Check the network connection, then try again.' },
  dns: {
    cause: 'The server was not found.',
    next: 'Check the base URL for a typing error, and whether you need a VPN.',
  },
  connection: {
    cause: 'The server could not be reached.',
    next: 'It may be down, or a firewall or proxy is in the way. Try again in a moment.',
  },
  tls: {
    cause: 'No secure connection to the server could be made.',
    next: 'Open the base URL in a tab to see what is wrong with its certificate.',
  },
  timeout: { cause: 'The server did not answer within 15 seconds.', next: 'It may be overloaded. Try again.' },
  redirected: {
    cause: 'The server sent the request somewhere else.',
    next: 'Nothing was followed, so that your credentials stay where they belong. Check the base URL.',
  },
  'too-large': {
    cause: 'The answer was far too large for a token.',
    next: 'Something else than KnetikCloud may be answering. Check the base URL.',
  },
  'no-host-permission': {
    cause: 'The browser does not let this extension talk to the server.',
    next: 'Allow access to knetikcloud.com in the browser’s settings for this extension.',
  },
  'not-allowed': {
    cause: 'Your administrator does not allow this server.',
    next: 'Choose one of the profiles of your team, or ask whoever manages this browser.',
  },
  'not-confidential': {
    cause: 'Credentials are never sent over an unencrypted connection.',
    next: 'Use a base URL that begins with https://.',
  },
  interrupted: {
    cause: 'The browser stopped the request before the answer came.',
    next: 'Nothing you typed is lost. Try again.',
  },
  unknown: { cause: 'The request failed, and the browser does not say why.', next: 'Try again in a moment.' },
  'not-json': {
    cause: 'The server answered with a web page instead of a token.',
    next: 'A login page, gateway or proxy may be in the way. Open the base URL in a tab to see it.',
  },
  empty: { cause: 'The server sent an empty answer instead of a token.', next: 'Try again; then check the base URL.' },
  malformed: {
    cause: 'The server’s answer holds no usable token.',
    next: 'Check the base URL. If it is right, the server has a problem.',
  },
  'server-error': { cause: 'The server had an internal problem.', next: 'Your input is kept. Try again in a moment.' },
  'unexpected-status': {
    cause: 'The server answered in a way that fits no token request.',
    next: 'Check the base URL.',
  },
};

/** RFC 6749 §5.2, and the codes that KnetikCloud adds. */
const REFUSALS: Record<string, FailureText> = {
  invalid_request: {
    cause: 'The server misses a parameter or does not understand one.',
    next: 'Check every field.',
  },
  invalid_client: {
    cause: 'The server does not know this client, or its secret is wrong or missing.',
    next: 'Check client ID and client secret. A private client needs its secret with every grant.',
  },
  invalid_grant: {
    cause: 'The server does not accept these credentials.',
    next: 'They may be mistyped, expired or used up.',
  },
  unauthorized_client: {
    cause: 'This client may not use this grant type.',
    next: 'Choose another grant type, or have it allowed for this client.',
  },
  unsupported_grant_type: {
    cause: 'This server has no such grant type.',
    next: 'Choose another one, or check its name.',
  },
  invalid_scope: { cause: 'The server does not grant the scope.', next: 'Check what this client may do.' },
  invalid_token: { cause: 'The server does not accept this token.', next: 'Get a new one from where it came from.' },
  access_denied: {
    cause: 'The server denies access.',
    next: 'The account may be locked, or lack a permission. Ask whoever runs the server.',
  },
  unauthorized: { cause: 'The server wants other credentials.', next: 'Check every field.' },
};

/** `invalid_grant` means something else for each grant; this is what to look at. */
const INVALID_GRANT: Record<string, FailureText> = {
  password: { cause: 'User name or password is wrong.', next: 'Check both; capital letters count.' },
  refresh_token: {
    cause: 'The server does not accept this refresh token any more.',
    next: 'It may be expired, revoked or used already. Log in with another grant type.',
  },
  facebook: { cause: 'The server does not accept this Facebook token.', next: 'Get a new one from Facebook.' },
  google: { cause: 'The server does not accept this Google token.', next: 'Get a new one from Google.' },
};

/** Says a failure in two sentences: the cause, and the next step. */
export function getFailureText(failure: TokenFailure): FailureText {
  switch (failure.code) {
    case 'refused':
      return (
        (failure.error === 'invalid_grant' ? getOwn(INVALID_GRANT, failure.grant_type) : undefined) ??
        getOwn(REFUSALS, failure.error) ?? {
          cause: 'The server refused the request.',
          next: 'Its own words are below.',
        }
      );
    case 'rate-limited':
      return {
        cause: 'The server has had too many requests.',
        next:
          failure.retryAfterSeconds === undefined
            ? 'Wait a moment, then try again.'
            : `Try again in ${failure.retryAfterSeconds} seconds.`,
      };
    case 'unsupported-token-type':
      return {
        cause: `The server issued a token of the type “${failure.token_type}”, which cannot be sent as bearer.`,
        next: 'Ask whoever runs the server.',
      };
    default:
      return TRANSPORT[failure.code];
  }
}

/** Both names come from outside: a server may call its error "constructor". */
function getOwn(texts: Record<string, FailureText>, name: string): FailureText | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}
