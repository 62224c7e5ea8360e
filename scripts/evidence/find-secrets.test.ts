// @vitest-environment node
import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildNeedles, findSecrets } from './find-secrets.ts';

const find = (content: Buffer | string, ...texts: string[]): string[] => {
  const needles = buildNeedles(texts.map((text) => ({ what: text, text })));
  return [...findSecrets(Buffer.from(content), needles)];
};

const PASSWORD = 'p+a&s=s%ö 1';
const TOKEN = '1d06b91c-809e-4293-ace0-30314373acb3';

describe.each([PASSWORD, TOKEN, 'four short words here'])('%s is found', (secret) => {
  it.each<[string, Buffer | string]>([
    ['as UTF-8', secret],
    ['as UTF-16', Buffer.from(secret, 'utf16le')],
    ['as Latin-1', Buffer.from(secret, 'latin1')],
    ['in a URL', encodeURIComponent(secret)],
    ['in a form', new URLSearchParams({ secret }).toString()],
  ])('%s', (_, written) => {
    const content = Buffer.concat([randomBytes(99), Buffer.from(written), randomBytes(99)]);

    expect(find(content, secret)).toEqual([secret]);
  });

  it.each(['', 'a', 'ab', 'abc'])('in base64, behind “%s”', (before) => {
    expect(find(Buffer.from(`${before}${secret}behind`).toString('base64'), secret)).toEqual([secret]);
    expect(find(Buffer.from(`${before}${secret}`).toString('base64url'), secret)).toEqual([secret]);
  });
});

it('finds what is at the very start and end of a file', () => {
  expect(find(PASSWORD, PASSWORD)).toEqual([PASSWORD]);
});

it('finds nothing where nothing is', () => {
  const others = Array.from({ length: 2000 }, () => randomUUID()).join();

  expect(find(`${others} hunter1-secret demo Demo`, TOKEN, PASSWORD, 'hunter2-secret', 'demo')).toEqual([]);
});

it('finds a token of which a compressed store has only a dozen characters in one piece', () => {
  expect(find(`\0\u0001${TOKEN.slice(9, 21)}\u0002`, TOKEN)).toEqual([TOKEN]);
});

it('knows a JWT by its signature alone, as its header is that of others, too', () => {
  const header = Buffer.from('{"alg":"HS256","typ":"at+jwt"}').toString('base64url');
  const signature = randomBytes(32).toString('base64url');
  const jwt = `${header}.${Buffer.from('{"sub":"1"}').toString('base64url')}.${signature}`;

  expect(find(`${header}.${randomBytes(50).toString('base64url')}`, jwt)).toEqual([]);
  expect(find(signature.slice(5, 20), jwt)).toEqual([jwt]);
});

it('knows a JWT that is hardly signed as a whole', () => {
  const jwt = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"1"}').toString('base64url')}.sig`;

  expect(find(`x${jwt}y`, jwt)).toEqual([jwt]);
  expect(find(jwt.slice(0, 20), jwt)).toEqual([]);
});

describe('A short secret', () => {
  it.each([
    ['in JSON', '{"password":"demo"}'],
    ['in JSON within JSON', String.raw`{"form":"{\"password\":\"demo\"}"}`],
    ['in a form', 'grant_type=password&password=demo&client_id=x'],
    ['as Firefox clones it', Buffer.from([4, 0, 0, 0x80, 4, 0, 0xff, 0xff, ...Buffer.from('demo')])],
  ])('is found as a value: %s', (_, content) => {
    expect(find(content, 'demo')).toEqual(['demo']);
  });

  it('may be a single letter', () => {
    expect(find(String.raw`{"form":"{\"password\":\"x\"}"}`, 'x')).toEqual(['x']);
    expect(find('{"of":"x"}', 'x')).toEqual([]);
  });

  it('is not found in other words', () => {
    expect(find('democracy, a demo', 'demo')).toEqual([]);
  });
});
