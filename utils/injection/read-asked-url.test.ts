import { expect, it } from 'vitest';
import { readAskedUrl } from './read-asked-url';

it.each([
  ['https://api.example/users?a=1', 'https://api.example/users?a=1'],
  [' api.example/users ', 'https://api.example/users'],
  ['localhost:3000/x', 'http://localhost:3000/x'],
  ['127.0.0.1', 'http://127.0.0.1/'],
  ['localhost.example', 'https://localhost.example/'],
  ['//api.example/x', 'https://api.example/x'],
  ['wss://api.example/live', 'wss://api.example/live'],
  ['/users', 'https://app.example/users'],
])('of what is typed as %s the request is to %s', (text, url) => {
  expect(readAskedUrl(text, 'https://app.example')).toEqual({ ok: true, url });
});

it.each([
  ['', 'missing'],
  ['no address', 'malformed'],
  ['https://', 'malformed'],
  ['/users', 'malformed'],
  ['javascript:alert(1)', 'scheme'],
  ['chrome://settings', 'scheme'],
] as const)('what is typed as "%s" is no request: %s', (text, problem) => {
  expect(readAskedUrl(text)).toEqual({ ok: false, problem });
});
