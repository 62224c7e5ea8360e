const entry = (key: string, value: string, more: { enabled?: boolean; type?: string } = {}) => ({
  key,
  value,
  type: 'default',
  enabled: true,
  ...more,
});

/** As Postman exports an environment. */
export const POSTMAN_ENVIRONMENT = {
  id: 'd6a7f3a0-5d9f-4a30-9a52-6b1f0c6c9d42',
  name: 'Acme production',
  values: [
    entry('app', 'acme'),
    entry('baseUrl', 'https://{{app}}.knetikcloud.com/'),
    entry('clientId', 'acme-web'),
    entry('client_secret', '7Fjfp0ZBr1KtDRbnfVdmIw', { type: 'secret' }),
    entry('USERNAME', 'old-ada', { enabled: false }),
    entry('username', 'ada'),
    entry('password', 'A3ddj3w-johndoe', { type: 'secret' }),
  ],
  _postman_variable_scope: 'environment',
  _postman_exported_at: '2026-11-20T09:12:44.115Z',
  _postman_exported_using: 'Postman/11.62.1',
};
