import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { installPermissions } from '@/utils/testing/fake-apis';
import { fetchDocument, readDocumentUrl } from './fetch-document';

const ORIGIN = 'https://api.example';
const PAGE = `${ORIGIN}/docs/`;

/** What the server answers, by path; anything else is a page. */
let answers: Record<string, () => Response>;
let requests: { url: string; init: RequestInit | undefined }[];
beforeEach(() => {
  fakeBrowser.reset();
  installPermissions([`${ORIGIN}/*`]);
  answers = {};
  requests = [];
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    requests.push({ url, init });
    return answers[new URL(url).pathname]?.() ?? new Response('<!doctype html>');
  });
});

describe('the description of an API', () => {
  it('is what lies at its address', async () => {
    answers['/v1.json'] = () => new Response(' {"openapi":"3.1.0"}');
    const url = `${ORIGIN}/v1.json?lang=en`;
    expect(await fetchDocument(url)).toEqual({ ok: true, text: ' {"openapi":"3.1.0"}', url });
  });

  it.each([
    ['a page', () => new Response('<!doctype html>')],
    ['a redirect', () => new Response('{}', { status: 302, headers: { location: 'https://other.example' } })],
    ['an error', () => new Response('{"error":"no"}', { status: 404 })],
  ])('is searched where servers keep it when there is %s', async (_case, answer) => {
    answers['/docs/'] = answer;
    answers['/swagger.json'] = () => new Response('{"swagger":"2.0"}');
    expect(await fetchDocument(PAGE)).toEqual({ ok: true, text: '{"swagger":"2.0"}', url: `${ORIGIN}/swagger.json` });
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual([
      '/docs/',
      '/swagger-doc',
      '/v2/api-docs',
      '/swagger.json',
    ]);
  });

  it('is asked for without cookies, and no redirect is followed', async () => {
    await fetchDocument(PAGE);
    const kinds = requests.map(({ init }) => `${init?.credentials} ${init?.redirect} ${init?.referrerPolicy}`);
    expect(new Set(kinds)).toEqual(new Set(['omit manual no-referrer']));
  });

  it('is not there when nobody has it', async () => {
    expect(await fetchDocument(PAGE)).toEqual({ ok: false, code: 'no-document' });
  });

  it('is not read beyond 5 MB', async () => {
    answers['/docs/'] = () => new Response(`{"a":"${'a'.repeat(5_000_000)}"}`);
    expect(await fetchDocument(PAGE)).toEqual({ ok: false, code: 'too-large' });
  });

  it('is not asked for again from a server that cannot be reached', async () => {
    answers['/docs/'] = () => {
      throw new TypeError('Failed to fetch');
    };
    expect([await fetchDocument(PAGE), requests.length]).toEqual([{ ok: false, code: 'unreachable' }, 1]);
  });

  it.each([
    ['https://other.example/', 'no-host-permission'],
    ['http://api.example/', 'no-address'],
  ])('of %s is not asked for: %s', async (address, code) => {
    expect([await fetchDocument(address), requests]).toEqual([{ ok: false, code }, []]);
  });
});

describe('the address of a description', () => {
  it.each([
    ['api.example/v1.json?a=b', 'https://api.example/v1.json?a=b'],
    ['localhost:8080/swagger-doc', 'http://localhost:8080/swagger-doc'],
  ])('may lack its scheme: %s', (typed, url) => {
    expect(readDocumentUrl(typed)?.href).toBe(url);
  });

  it.each(['', 'http://api.example', 'https://*.example', 'https://me:secret@api.example', 'file:///etc/passwd'])(
    'is not %j',
    (typed) => {
      expect(readDocumentUrl(typed)).toBeUndefined();
    },
  );
});
