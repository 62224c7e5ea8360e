import { describe, expect, it } from 'vitest';
import { DEFAULT_BASE_URL, isConfidentialOrigin, isKnetikCloudHost, readBaseUrl } from './base-url';

describe('a base URL is read to its origin', () => {
  it.each([
    ['the default', DEFAULT_BASE_URL, DEFAULT_BASE_URL],
    ['one with a trailing slash', 'https://devsandbox.knetikcloud.com/', DEFAULT_BASE_URL],
    ['a pasted page address', 'https://devsandbox.knetikcloud.com/swagger-ui.html?a=1#/users', DEFAULT_BASE_URL],
    ['one without a scheme', 'devsandbox.knetikcloud.com/api.html', DEFAULT_BASE_URL],
    ['an international one', 'https://münchen.example', 'https://xn--mnchen-3ya.example'],
    ['one in capitals with spaces around it', '  HTTPS://DevSandbox.KnetikCloud.com \n', DEFAULT_BASE_URL],
    ['one with the default port spelled out', 'https://devsandbox.knetikcloud.com:443', DEFAULT_BASE_URL],
    ['one with a port', 'https://app.knetikcloud.com:8443/x', 'https://app.knetikcloud.com:8443'],
    ['one that has another in its path', 'devsandbox.knetikcloud.com/https://x.example', DEFAULT_BASE_URL],
    ["a customer's own host", 'api.game.example/v1', 'https://api.game.example'],
    ['a server on this machine', 'localhost:8080/swagger', 'http://localhost:8080'],
    ['a page of it whose path has a line of its own', 'LocalHost/a\nb', 'http://localhost'],
    ['the same by number', '127.0.0.1', 'http://127.0.0.1'],
    ['the same with a certificate', 'https://localhost:8080', 'https://localhost:8080'],
    ["a customer's deep host", 'https://a.b.devsandbox.knetikcloud.com', 'https://a.b.devsandbox.knetikcloud.com'],
  ])('%s', (_case, text, origin) => {
    expect(readBaseUrl(text)).toEqual({ ok: true, origin });
  });
});

describe('a base URL is refused with its problem', () => {
  it.each([
    ['nothing but spaces', '  ', 'base-url-missing'],
    ['no host', 'https://', 'base-url-malformed'],
    ['spaces inside', 'dev sandbox', 'base-url-malformed'],
    ['a login in the URL', 'https://johndoe:A3ddj3w@devsandbox.knetikcloud.com', 'base-url-malformed'],
    ['a user name alone in the URL', 'https://johndoe@devsandbox.knetikcloud.com', 'base-url-malformed'],
    ['a password alone in the URL', 'https://:A3ddj3w@devsandbox.knetikcloud.com', 'base-url-malformed'],
    ['a wildcard for a host', 'https://*', 'base-url-malformed'],
    ['a wildcard for a part of the host', '*.knetikcloud.com', 'base-url-malformed'],
    ['such a wildcard in disguise', 'https://%2a.knetikcloud.com', 'base-url-malformed'],
    ['a host that would end a quoted text', 'https://a"b.example', 'base-url-malformed'],
    ['an IPv6 address', 'https://[::1]:8443', 'base-url-malformed'],
    ['http', 'http://devsandbox.knetikcloud.com', 'base-url-not-https'],
    ['ftp', 'ftp://devsandbox.knetikcloud.com', 'base-url-not-https'],
    ['a host that begins like this machine', 'http://localhost.example', 'base-url-not-https'],
    ['a scheme that is no address', 'data:text/html,x', 'base-url-malformed'],
  ])('%s', (_case, text, problem) => {
    expect(readBaseUrl(text)).toEqual({ ok: false, problem });
  });
});

describe('credentials may go', () => {
  it.each([
    ['to https', 'https://example.com', true],
    ['to http on localhost', 'http://localhost:8080', true],
    ['to http on the IPv4 loopback', 'http://127.0.0.1', true],
    ['nowhere else over http', 'http://devsandbox.knetikcloud.com', false],
    ['to no host that only begins like localhost', 'http://localhost.example', false],
    ['to no other scheme', 'ws://localhost', false],
  ])('%s', (_case, url, isConfidential) => {
    expect(isConfidentialOrigin(new URL(url))).toBe(isConfidential);
  });
});

describe("KnetikCloud's hosts", () => {
  it.each([
    ['app.admin.sandbox.knetikcloud.com', true],
    ['my_app.knetikcloud.com', true],
    ['.knetikcloud.com', false],
    ['evilknetikcloud.com', false],
    ['knetikcloud.com.example', false],
    ['app.knetikcloud.com.example', false],
    ['x/app.knetikcloud.com', false],
    ['appXknetikcloud.com', false],
    ['app.knetikcloudXcom', false],
  ])('%s: %s', (host, isOne) => {
    expect(isKnetikCloudHost(host)).toBe(isOne);
  });
});
