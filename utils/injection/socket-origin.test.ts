import { expect, it } from 'vitest';
import { fromSocketUrl, toSocketOrigin } from './socket-origin';

it.each([
  ['https://devsandbox.knetikcloud.com', 'wss://devsandbox.knetikcloud.com'],
  ['http://localhost:9000', 'ws://localhost:9000'],
])('the WebSockets of %s are at %s, and belong to it', (origin, socketOrigin) => {
  expect(toSocketOrigin(origin)).toBe(socketOrigin);
  expect(fromSocketUrl(`${socketOrigin}/events?since=1`).href).toBe(`${origin}/events?since=1`);
});

it('the URL of another request stays what it is', () => {
  expect(fromSocketUrl('https://ws.example/ws://x').href).toBe('https://ws.example/ws://x');
});
