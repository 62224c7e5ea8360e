import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBaseUrl } from '@/utils/oauth2/base-url';
import { buildBaseUrl, ENVIRONMENTS, isAppName, readEnvironment } from './environments';

describe('the base URL of an environment', () => {
  it.each([
    ['devsandbox', 'acme', 'https://acme.devsandbox.knetikcloud.com'],
    ['sandbox', 'acme', 'https://acme.sandbox.knetikcloud.com'],
    ['production', 'acme', 'https://acme.knetikcloud.com'],
    ['devsandbox', '', 'https://devsandbox.knetikcloud.com'],
    ['sandbox', '', 'https://sandbox.knetikcloud.com'],
  ] as const)('for %s of "%s" is %s, and is read as that', (environment, app, baseUrl) => {
    expect(buildBaseUrl(environment, app)).toBe(baseUrl);
    expect(readEnvironment(baseUrl)).toEqual({ environment, app });
  });

  it('is read also with capitals, a slash and space around it', () => {
    expect(readEnvironment(' HTTPS://Acme.KnetikCloud.com/ ')).toEqual({ environment: 'production', app: 'acme' });
  });

  it.each([
    'https://knetikcloud.com',
    'https://.sandbox.knetikcloud.com',
    'https://a..sandbox.knetikcloud.com',
    'https://a.b.sandbox.knetikcloud.com',
    'https://a.b.knetikcloud.com',
    'https://sandbox.sandbox.knetikcloud.com',
    'https://-acme.knetikcloud.com',
    'http://acme.knetikcloud.com',
    'https://acme.knetikcloud.com:8443',
    'https://acme.knetikcloud.com/jsapi',
    'https://acme.knetikcloud.com.example',
    'https://acme.example',
    'acme',
    '',
  ])('is not %j', (baseUrl) => {
    expect(readEnvironment(baseUrl)).toBeUndefined();
  });

  it('is read as what it was built of, whatever the app, and can be logged in at', () => {
    const app = fc.stringMatching(/^[a-z0-9-]{1,63}$/).filter(isAppName);
    fc.assert(
      fc.property(fc.constantFrom(...ENVIRONMENTS), app, (environment, name) => {
        const baseUrl = buildBaseUrl(environment, name);
        expect(readEnvironment(baseUrl)).toEqual({ environment, app: name });
        expect(readBaseUrl(baseUrl)).toEqual({ ok: true, origin: baseUrl });
      }),
    );
  });
});

describe("an app's name", () => {
  it.each(['acme', 'a', '1st-app', 'a'.repeat(63)])('is %s', (name) => {
    expect(isAppName(name)).toBe(true);
  });

  it.each(['', '-acme', 'acme-', 'Acme', 'ac.me', 'ac me', 'acmé', 'acme/', 'a'.repeat(64)])('is not %j', (name) => {
    expect(isAppName(name)).toBe(false);
  });

  it.each(['sandbox', 'devsandbox'])('is not %s: its production would be the test server of all', (name) => {
    expect(isAppName(name)).toBe(false);
  });
});
