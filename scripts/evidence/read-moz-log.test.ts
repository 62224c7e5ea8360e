// @vitest-environment node
import { expect, it } from 'vitest';
import { readMozLog } from './read-moz-log.ts';

it('tells requests without their query, also when threads write at the same time', () => {
  const log = [
    '[Parent 1: Main Thread]: E/nsHttp http request [',
    '[Parent 1: Main Thread]: E/nsHttp   POST /oauth/token?token=hunter2 HTTP/1.1',
    '[Parent 1: Socket Thread]: E/nsHttp http request [',
    '[Parent 1: Socket Thread]: E/nsHttp   GET / HTTP/1.1',
    '[Parent 1: Main Thread]: E/nsHttp   Host: api.example:8443',
    '[Parent 1: Socket Thread]: E/nsHttp   Host: cdn.example',
    '[Parent 1: Main Thread]: E/nsHttp   Origin: https://page.example',
    '[Parent 1: Main Thread]: E/nsHttp   ',
    '[Parent 1: Main Thread]: E/nsHttp ]',
    '[Parent 1: Socket Thread]: E/nsHttp ]',
  ].join('\n');

  expect(readMozLog(log)).toEqual([
    { kind: 'request', method: 'POST', host: 'api.example', path: '/oauth/token' },
    { kind: 'request', method: 'GET', host: 'cdn.example', path: '/' },
  ]);
});

it('tells lookups and connections', () => {
  const log = [
    '[Parent 1: DNS Resolver #1]: E/nsHostResolver DNS resolve task - Calling getaddrinfo for host [cdn.example].',
    '[Parent 1: Socket Thread]: E/nsSocketTransport nsSocketTransport::Init [this=7f host=cdn.example:443 origin=cdn.example:443 proxy=:0]',
  ].join('\n');

  expect(readMozLog(log)).toEqual([
    { kind: 'lookup', host: 'cdn.example' },
    { kind: 'connection', host: 'cdn.example' },
  ]);
});

it('keeps a request in the middle of which the browser ended', () => {
  const log =
    '[Parent 1: Main Thread]: E/nsHttp http request [\n[Parent 1: Main Thread]: E/nsHttp   GET /last HTTP/1.1';

  expect(readMozLog(log)).toEqual([{ kind: 'request', method: 'GET', host: 'a host that is not told', path: '/last' }]);
});

it('refuses an empty log', () => {
  expect(() => readMozLog('')).toThrow('empty');
});
