import { beforeEach, expect, it } from 'vitest';
import { installPermissions } from '../testing/fake-apis';
import { hasHostPermission } from './permissions';

beforeEach(() => {
  installPermissions(['https://app.knetikcloud.com/*']);
});

it.each([
  ['a permitted host', 'https://app.knetikcloud.com/oauth/token?a=b', true],
  ['a permitted host on another port, since patterns know no port', 'https://app.knetikcloud.com:8443/', true],
  ['another host', 'https://example.com/', false],
  ['another scheme', 'http://app.knetikcloud.com/', false],
])('%s', async (_case, url, isPermitted) => {
  expect(await hasHostPermission(url)).toBe(isPermitted);
});
