import OAuth2Server from '@node-oauth/oauth2-server';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { misbehaviours } from './misbehaviours.ts';
import { buildPluginGrants } from './plugin-grants.ts';
import { hostnameOf } from './logged-request.ts';
import type { SandboxEnv } from './sandbox-env.ts';
import { getClient } from './sandbox-state.ts';
import type { SandboxState } from './sandbox-state.ts';
import { buildErrorAnswer, sendAnswer } from './token-answer.ts';
import type { TokenAnswer } from './token-answer.ts';
import { buildTokenModel } from './token-model.ts';
import { buildRefusal } from './token-refusal.ts';

const formType = 'application/x-www-form-urlencoded';

/** `/oauth/token` (RFC 6749 §3.2) and `/oauth/revoke` (RFC 7009). */
export function buildTokenRoutes(state: SandboxState): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();

  // RFC 6749 §5.1
  routes.use(async (c, next) => {
    c.header('Cache-Control', 'no-store');
    c.header('Pragma', 'no-cache');
    await next();
  });

  routes.post('/token', async (c) => {
    const form = await readForm(c);
    const issueToken = () => postToLibrary(state, c.req.header('Content-Type') ?? '', form);
    const misbehaviour = new Map(Object.entries(misbehaviours)).get(form.get('client_id') ?? '');
    return misbehaviour ? misbehaviour.answer({ c, form, issueToken }) : sendAnswer(c, await issueToken());
  });

  routes.all('/token', (c) =>
    c.json({ error: 'method_not_allowed', error_description: 'Use POST' }, 405, { Allow: 'POST' }),
  );

  routes.post('/revoke', async (c) => {
    if (hostnameOf(c).startsWith('no-revoke.')) return c.notFound();
    const form = await readForm(c);
    const client = getClient(form.get('client_id') ?? '');
    if (!client) return sendAnswer(c, buildErrorAnswer(401, 'invalid_client', 'Bad client credentials'));
    const token = form.get('token');
    if (!token) return sendAnswer(c, buildErrorAnswer(400, 'invalid_request', 'Missing parameter: token'));
    state.tokens.revoke(token, client.id);
    return c.body(null, 200);
  });

  return routes;
}

/** The body only: neither the query nor a Basic header counts as a parameter here. */
async function readForm(c: Context): Promise<URLSearchParams> {
  const isForm = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase() === formType;
  return new URLSearchParams(isForm ? await c.req.text() : '');
}

async function postToLibrary(state: SandboxState, contentType: string, form: URLSearchParams): Promise<TokenAnswer> {
  // RFC 6749 §3.2: request parameters must not be included more than once.
  const repeated = [...form.keys()].find((name) => form.getAll(name).length > 1);
  if (repeated) return buildErrorAnswer(400, 'invalid_request', `Repeated parameter: ${repeated}`);

  const model = buildTokenModel(state, form);
  const grant_type = form.get('grant_type') ?? '';
  const request = new OAuth2Server.Request({
    method: 'POST',
    query: {},
    // A length, or the library takes the body for missing.
    headers: { 'content-type': contentType, 'content-length': String(form.toString().length) },
    body: { ...Object.fromEntries(form), grant_type },
  });
  const response = new OAuth2Server.Response();
  try {
    await new OAuth2Server({ model }).token(request, response, {
      extendedGrantTypes: buildPluginGrants(model),
      // The model checks secrets: whether one is needed depends on the client, not on the grant.
      requireClientAuthentication: { [grant_type]: false },
    });
  } catch (error) {
    return buildRefusal(error, form);
  }
  const { access_token, ...rest } = response.body;
  return { status: 200, headers: {}, body: { access_token, ...rest, token_type: 'bearer' } };
}
