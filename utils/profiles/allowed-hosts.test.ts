import { describe, expect, it } from 'vitest';
import { isAllowedOrigin, limitReach, readHostPattern } from './allowed-hosts';

describe('a host pattern', () => {
  it.each([
    ['a host', 'app.knetikcloud.com', 'app.knetikcloud.com'],
    ['all hosts below one', '*.knetikcloud.com', '*.knetikcloud.com'],
    ['this machine', 'localhost', 'localhost'],
    ['an address', '127.0.0.1', '127.0.0.1'],
    ['capital letters and white space', ' *.KnetikCloud.com ', '*.knetikcloud.com'],
    ['letters that are not ASCII', 'bücher.example', 'xn--bcher-kva.example'],
  ])('is read: %s', (_case, text, pattern) => {
    expect(readHostPattern(text)).toBe(pattern);
  });

  it.each([
    ['nothing', ''],
    ['a star alone', '*'],
    ['a star before nothing', '*.'],
    ['a star without its dot', '*knetikcloud.com'],
    ['a star further in', 'app.*.com'],
    ['two stars', '*.*.com'],
    ['a scheme', 'https://app.knetikcloud.com'],
    ['a port', 'localhost:3000'],
    ['a path', 'app.knetikcloud.com/'],
    ['a query', 'app.knetikcloud.com?a'],
    ['a login', 'johndoe@app.knetikcloud.com'],
    ['a space', 'app knetikcloud.com'],
    ['an IPv6 address', '[::1]'],
  ])('is refused: %s', (_case, text) => {
    expect(readHostPattern(text)).toBeUndefined();
  });
});

describe('allowed is', () => {
  const policy = { allowed_hosts: ['*.knetikcloud.com', 'localhost', 'api.example'] };

  it.each([
    ['a host below', 'https://app.knetikcloud.com', true],
    ['a host far below, on any port', 'https://app.sandbox.knetikcloud.com:8443', true],
    ['the very host, on any port', 'http://localhost:3000', true],
    ['also with a path', 'https://api.example/oauth/token', true],
    ['not the host itself where only those below it are', 'https://knetikcloud.com', false],
    ['not a look-alike', 'https://evilknetikcloud.com', false],
    ['not a host that only begins like it', 'https://app.knetikcloud.com.example', false],
    ['not a host below where only the host is', 'https://v2.api.example', false],
    ['not another name of this machine', 'http://127.0.0.1:3000', false],
    ['not what no credential may go to', 'http://app.knetikcloud.com', false],
    ['not what is no address', 'https://', false],
  ])('%s', (_case, origin, isAllowed) => {
    expect(isAllowedOrigin(policy, origin)).toBe(isAllowed);
  });

  it('every host without a list, and none with an empty one', () => {
    const origin = 'https://foreign.example';
    expect([isAllowedOrigin({}, origin), isAllowedOrigin({ allowed_hosts: [] }, origin)]).toEqual([true, false]);
  });

  it('of a reach only what the policy allows, its opt-ins aside', () => {
    const reach = {
      pages: ['http://localhost:3000', 'https://foreign.example'],
      apis: ['https://foreign.example', 'https://api.example'],
      links: true,
      everything: false,
    };
    expect(limitReach(policy, reach)).toEqual({
      ...reach,
      pages: ['http://localhost:3000'],
      apis: ['https://api.example'],
    });
    expect(limitReach({}, reach)).toEqual(reach);
  });
});
