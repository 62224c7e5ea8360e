import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { buildLoginPage } from './pages.ts';
import { refusingClients } from './refusing-clients.ts';
import type { SandboxEnv } from './sandbox-env.ts';
import { buildErrorAnswer, sendAnswer } from './token-answer.ts';
import type { TokenAnswer } from './token-answer.ts';

interface TokenExchange {
  c: Context<SandboxEnv>;
  form: URLSearchParams;
  /** What a server in good order would answer. */
  issueToken: () => Promise<TokenAnswer>;
}

export interface Misbehaviour {
  about: string;
  /** What is special about the client, beside its answers. */
  client?: { accessTokenLifetime: number; rotatesRefreshTokens: true };
  answer: (exchange: TokenExchange) => Response | Promise<Response>;
}

const slowAnswerMs = 20_000;
const dayMs = 24 * 60 * 60_000;
const largeAnswerBytes = 200_000;
const secretParameters = ['password', 'client_secret', 'refresh_token', 'token'];

/** What the token endpoint answers to the client of that name instead of behaving. */
export const misbehaviours: Readonly<Record<string, Misbehaviour>> = {
  'refuses-refresh': {
    about: 'every refresh token is invalid',
    answer: async ({ c, form, issueToken }) =>
      form.get('grant_type') === 'refresh_token'
        ? sendAnswer(c, buildErrorAnswer(400, 'invalid_grant', 'Invalid refresh token'))
        : sendAnswer(c, await issueToken()),
  },
  'wrong-secret': {
    about: '401 invalid_client, always',
    answer: ({ c }) => sendAnswer(c, buildErrorAnswer(401, 'invalid_client', 'Bad client credentials')),
  },
  'speaks-html': { about: '200 with a login page', answer: ({ c }) => c.html(buildLoginPage()) },
  malformed: {
    about: '200 with JSON that breaks off',
    answer: ({ c }) => c.body('{"access_token":"2YotnFZFEjr1', 200, { 'Content-Type': 'application/json' }),
  },
  empty: { about: '200 with an empty body', answer: ({ c }) => c.body('', 200) },
  slow: {
    about: 'answers after 20 seconds',
    answer: async ({ c, issueToken }) => {
      await waitUnlessAborted(slowAnswerMs, c.req.raw.signal);
      return sendAnswer(c, await issueToken());
    },
  },
  drops: {
    about: 'closes the connection without an answer',
    answer: ({ c }) => {
      c.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    },
  },
  redirects: { about: '302 to a login page', answer: ({ c }) => c.redirect('/login') },
  'too-large': {
    about: 'a good token in 200 kB of JSON',
    answer: spoil((body) => ({ ...body, padding: '.'.repeat(largeAnswerBytes) })),
  },
  'rate-limited': {
    about: '429 with Retry-After: 30',
    answer: ({ c }) => {
      const answer = buildErrorAnswer(429, 'too_many_requests', 'Too many requests');
      return sendAnswer(c, { ...answer, headers: { 'Retry-After': '30' } });
    },
  },
  'server-error': {
    about: '500 server_error',
    answer: ({ c }) => sendAnswer(c, buildErrorAnswer(500, 'server_error', 'Internal server error')),
  },
  'bad-gateway': { about: '502 with HTML', answer: ({ c }) => c.html('<h1>502 Bad Gateway</h1>', 502) },
  unreliable: {
    about: 'like rotates-often, but every seventh answer is, in turn: 500, none, HTML, 20 seconds late',
    client: { accessTokenLifetime: 5, rotatesRefreshTokens: true },
    answer: takeTurns(7, ['server-error', 'drops', 'speaks-html', 'slow']),
  },
  'clock-ahead': { about: "the server's clock is a day ahead", answer: answerAt(dayMs) },
  'clock-behind': { about: "the server's clock is a day behind", answer: answerAt(-dayMs) },
  'string-expiry': {
    about: 'expires_in is the string "3600"',
    answer: spoil((body) => ({ ...body, expires_in: '3600' })),
  },
  'no-expiry': {
    about: 'neither expires_in nor scope',
    answer: spoil(({ expires_in: _expires_in, scope: _scope, ...body }) => body),
  },
  'negative-expiry': { about: 'expires_in is -1', answer: spoil((body) => ({ ...body, expires_in: -1 })) },
  'mac-token': { about: 'token_type is "mac"', answer: spoil((body) => ({ ...body, token_type: 'mac' })) },
  leaks: {
    about: 'repeats the secrets that it was sent in its error_description',
    answer: ({ c, form }) => {
      const secrets = secretParameters.map((name) => form.get(name)).filter((secret) => secret !== null);
      return sendAnswer(c, buildErrorAnswer(400, 'invalid_grant', `Bad credentials: ${secrets.join(' ')}`));
    },
  },
  ...refusingClients,
};

/** Issues a token and changes what is said about it; a refusal passes as it is. */
function spoil(change: (body: Record<string, unknown>) => Record<string, unknown>): Misbehaviour['answer'] {
  return async ({ c, issueToken }) => {
    const answer = await issueToken();
    return sendAnswer(c, answer.status === 200 ? { ...answer, body: change(answer.body) } : answer);
  };
}

/** Issues a token, and says that it was at another time. */
function answerAt(aheadMs: number): Misbehaviour['answer'] {
  return async ({ c, issueToken }) => {
    c.header('Date', new Date(Date.now() + aheadMs).toUTCString());
    return sendAnswer(c, await issueToken());
  };
}

/** Behaves well but for every `nth` time; then it takes its turn with these. */
function takeTurns(nth: number, names: readonly string[]): Misbehaviour['answer'] {
  let times = 0;
  return async (exchange) => {
    times += 1;
    const name = times % nth === 0 ? names[(times / nth - 1) % names.length] : undefined;
    const misbehaviour = name === undefined ? undefined : misbehaviours[name];
    return misbehaviour ? misbehaviour.answer(exchange) : sendAnswer(exchange.c, await exchange.issueToken());
  };
}

function waitUnlessAborted(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    timer.unref();
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
