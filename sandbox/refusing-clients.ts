import type { Misbehaviour } from './misbehaviours.ts';
import { buildErrorAnswer, sendAnswer } from './token-answer.ts';

/** Refuses whatever it is asked, in the words of RFC 6749, of KnetikCloud, or of nobody. */
function refuse(status: 400 | 401 | 403, error: string): Misbehaviour {
  return {
    about: `${status} ${error}, always`,
    answer: ({ c }) => sendAnswer(c, buildErrorAnswer(status, error, `The server says ${error}`)),
  };
}

/** Clients for refusals that a server in good order has no occasion for here. */
export const refusingClients: Readonly<Record<string, Misbehaviour>> = {
  'says-invalid-request': refuse(400, 'invalid_request'),
  'says-invalid-scope': refuse(400, 'invalid_scope'),
  'says-invalid-token': refuse(401, 'invalid_token'),
  'says-unauthorized': refuse(401, 'unauthorized'),
  'says-access-denied': refuse(403, 'access_denied'),
  'says-unavailable': refuse(400, 'temporarily_unavailable'),
  'says-something-new': refuse(400, 'carrier_pigeon_tired'),
  'not-found': {
    about: '404 in the words of a framework',
    answer: ({ c }) => c.json({ status: 404, error: 'Not Found', path: '/oauth/token' }, 404),
  },
  'no-post': { about: '405, takes no POST', answer: ({ c }) => c.body('', 405, { Allow: 'GET' }) },
  'odd-status': { about: '409 with JSON that is no OAuth error', answer: ({ c }) => c.json({ message: 'Busy' }, 409) },
  'no-token': { about: '200 without access_token', answer: ({ c }) => c.json({ token_type: 'bearer' }) },
};
