// @vitest-environment node
import { expect, it } from 'vitest';
import { findElsewhere, type Traffic } from './traffic.ts';

const get = (host: string): Traffic => ({ kind: 'request', method: 'GET', host, path: '/x' });
const housekeeping = [{ kind: 'request', host: 'update.example', why: 'looks for updates' }] as const;

it('finds what went to a host that nobody has set up, each once', () => {
  const seen = [get('api.example'), get('evil.example'), get('evil.example'), get('sub.api.example')];

  expect(findElsewhere(seen, ['api.example'], [])).toEqual(['GET evil.example/x', 'GET sub.api.example/x']);
});

it.each(['localhost', '127.0.0.1', '127.8.9.1', '[::1]'])('takes %s for this machine', (host) => {
  expect(findElsewhere([get(host)], [], [])).toEqual([]);
});

it.each(['127.0.0.1.evil.example', 'localhost.evil.example', '[2001:db8::1]'])('does not take %s for it', (host) => {
  expect(findElsewhere([get(host)], [], [])).toHaveLength(1);
});

it('excuses housekeeping of that kind and host, and no other', () => {
  const seen: Traffic[] = [get('update.example'), { kind: 'lookup', host: 'update.example' }];

  expect(findElsewhere(seen, [], housekeeping)).toEqual(['lookup of update.example']);
});
