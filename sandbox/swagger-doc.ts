const tokenUrl = '/oauth/token';
const scopes = { 'read write': 'everything' };
const security = [{ password_grant: ['read write'] }, { client_credentials_grant: ['read write'] }];

const paging = [
  { name: 'page', in: 'query', type: 'integer', default: 1, description: 'The first page is 1' },
  { name: 'size', in: 'query', type: 'integer', default: 25, description: 'Elements a page' },
];

const tokenParameters = ['client_secret', 'username', 'password', 'token', 'refresh_token'];

interface Operation {
  consumes?: string[];
  parameters?: Record<string, unknown>[];
}

function buildPublicOperation(tag: string, operationId: string, summary: string, more: Operation = {}) {
  const responses = { 200: { description: 'OK' } };
  return { tags: [tag], operationId, summary, produces: ['application/json'], parameters: [], responses, ...more };
}

function buildSecuredOperation(tag: string, operationId: string, summary: string, more: Operation = {}) {
  const operation = buildPublicOperation(tag, operationId, summary, more);
  const responses = { ...operation.responses, 401: { description: 'No living access token' } };
  return { ...operation, responses, security };
}

/** Swagger 2.0. Names no host and no scheme: it is valid at whatever origin it is loaded from. */
export const swaggerDoc = {
  swagger: '2.0',
  info: { title: 'KnetikCloud stand-in', version: '1', description: 'What the embedded sandbox can do.' },
  basePath: '/',
  securityDefinitions: {
    password_grant: { type: 'oauth2', flow: 'password', tokenUrl, scopes },
    client_credentials_grant: { type: 'oauth2', flow: 'application', tokenUrl, scopes },
  },
  paths: {
    '/oauth/token': {
      post: buildPublicOperation('Access token', 'requestToken', 'Get an access token', {
        consumes: ['application/x-www-form-urlencoded'],
        parameters: [
          { name: 'grant_type', in: 'formData', type: 'string', required: true, default: 'client_credentials' },
          { name: 'client_id', in: 'formData', type: 'string', required: true, default: 'knetik' },
          ...tokenParameters.map((name) => ({ name, in: 'formData', type: 'string' })),
        ],
      }),
    },
    '/me': { get: buildSecuredOperation('Access token', 'getMe', 'Whom the access token stands for') },
    '/auth/clients/grant-types': {
      get: buildSecuredOperation('Access token', 'listGrantTypes', 'The grants offered', { parameters: paging }),
    },
    '/users/me': { get: buildSecuredOperation('Users', 'getCurrentUser', 'The current user') },
    '/users': { get: buildSecuredOperation('Users', 'listUsers', 'All users, by page', { parameters: paging }) },
    '/users/{id}': {
      put: buildSecuredOperation('Users', 'updateUser', 'Change a user', {
        consumes: ['application/json'],
        parameters: [
          { name: 'id', in: 'path', type: 'integer', required: true },
          { name: 'user', in: 'body', required: true, schema: { $ref: '#/definitions/UserChange' } },
        ],
      }),
    },
    '/files': {
      post: buildSecuredOperation('Files', 'uploadFile', 'Upload a file', {
        consumes: ['multipart/form-data'],
        parameters: [{ name: 'file', in: 'formData', type: 'file', required: true }],
      }),
    },
    '/location/countries': { get: buildPublicOperation('Location', 'listCountries', 'Countries') },
    '/version': { get: buildPublicOperation('Server', 'getVersion', 'The version of this server') },
    '/echo': {
      get: buildPublicOperation('Server', 'echoGet', 'What arrived here'),
      post: buildPublicOperation('Server', 'echoPost', 'What arrived here'),
    },
  },
  definitions: {
    UserChange: {
      type: 'object',
      properties: { display_name: { type: 'string' }, email: { type: 'string', example: 'ada@example.com' } },
    },
  },
};
