// @vitest-environment node
import { expect, it } from 'vitest';
import { readNetLog } from './read-net-log.ts';

const logEventTypes = {
  TCP_CONNECT_ATTEMPT: 1,
  UDP_CONNECT: 2,
  HOST_RESOLVER_MANAGER_REQUEST: 3,
  URL_REQUEST_START_JOB: 4,
};

const write = (...events: object[]): string => JSON.stringify({ constants: { logEventTypes }, events, polledData: [] });

it('tells requests without their query, lookups and connections', () => {
  const log = write(
    { type: 4, params: { url: 'https://api.example:8443/me?token=hunter2#kc-1', method: 'POST' } },
    { type: 4 },
    { type: 4, params: { url: 'wss://api.example/socket', method: 'GET' } },
    { type: 3, params: { host: 'https://cdn.example:443' } },
    { type: 1, params: { address: '203.0.113.1:443' } },
    { type: 2, params: { address: '[2001:db8::1]:443' } },
    { type: 99, params: { url: 'https://other.example/' } },
  );

  expect(readNetLog(log)).toEqual([
    { kind: 'request', method: 'POST', host: 'api.example', path: '/me' },
    { kind: 'request', method: 'GET', host: 'api.example', path: '/socket' },
    { kind: 'lookup', host: 'cdn.example' },
    { kind: 'connection', host: '203.0.113.1' },
    { kind: 'connection', host: '[2001:db8::1]' },
  ]);
});

it('leaves out what never leaves the browser', () => {
  const log = write({ type: 4, params: { url: 'chrome-extension://abc/popup.html', method: 'GET' } });

  expect(readNetLog(log)).toEqual([]);
});

it('refuses a log that breaks off', () => {
  expect(() => readNetLog(write({ type: 4 }).slice(0, -20))).toThrow(SyntaxError);
});

it('refuses a log in which an event has another name than it had', () => {
  const log = JSON.stringify({
    constants: { logEventTypes: { ...logEventTypes, UDP_CONNECT: undefined } },
    events: [],
  });

  expect(() => readNetLog(log)).toThrow('other names');
});
