const tokenUrl = '/oauth/token';
const scopes = { 'read write': 'read write' };

/** Swagger 2.0, in the shape in which KnetikCloud describes its logins. */
export const SWAGGER_DOCUMENT = {
  swagger: '2.0',
  info: { title: 'Acme API', version: 'latest' },
  host: 'acme.sandbox.knetikcloud.com',
  basePath: '/',
  schemes: ['https'],
  securityDefinitions: {
    client_grant: { type: 'oauth2', flow: 'application', tokenUrl, scopes },
    implicit_grant: { type: 'oauth2', flow: 'implicit', authorizationUrl: '/oauth/authorize', scopes },
    password_grant: { type: 'oauth2', flow: 'password', tokenUrl, scopes },
    key: { type: 'apiKey', name: 'x-key', in: 'header' },
  },
  paths: {},
};

/** OpenAPI 3, with a server whose address has variables. */
export const OPENAPI_DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Acme API', version: '2' },
  servers: [
    {
      url: 'https://{app}.{environment}.knetikcloud.com/v2',
      variables: { app: { default: 'acme' }, environment: { default: 'devsandbox', enum: ['devsandbox', 'sandbox'] } },
    },
  ],
  components: {
    securitySchemes: {
      login: {
        type: 'oauth2',
        flows: {
          password: { tokenUrl, scopes },
          clientCredentials: { tokenUrl: 'https://acme.knetikcloud.com/oauth/token', scopes },
          authorizationCode: { authorizationUrl: '/oauth/authorize', tokenUrl, scopes },
        },
      },
      key: { type: 'apiKey', name: 'x-key', in: 'header' },
    },
  },
  paths: {},
};
