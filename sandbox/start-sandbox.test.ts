// @vitest-environment node
import { once } from 'node:events';
import { get } from 'node:https';
import { connect } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startSandbox } from './start-sandbox.ts';
import type { Sandbox, SandboxOptions } from './start-sandbox.ts';

let sandbox: Sandbox | undefined;
afterEach(() => sandbox?.stop());

async function start(options: SandboxOptions): Promise<Sandbox> {
  sandbox = await startSandbox(options);
  return sandbox;
}

/** The title of the blank page as that host sends it. */
async function getTitle(port: number, servername: string): Promise<string | undefined> {
  const headers = { Host: `${servername}:${port}` };
  const tls = { servername, rejectUnauthorized: false, ALPNProtocols: ['http/1.1'] };
  const [answer] = await once(get({ host: '127.0.0.1', port, path: '/blank', headers, ...tls }), 'response');
  const html = Buffer.concat(await answer.toArray()).toString();
  return /<title>(.*)<\/title>/.exec(html)?.[1];
}

describe('the sandbox over TLS', () => {
  it.each(['devsandbox.knetikcloud.com', 'game.sandbox.knetikcloud.com', 'localhost'])(
    'answers as %s',
    async (host) => {
      const { port, url } = await start({});
      expect(url).toBe(`https://127.0.0.1:${port}`);
      expect(await getTitle(port, host)).toBe(host);
    },
  );

  it('answers a client that names no host', async () => {
    const { url } = await start({});
    const tls = { rejectUnauthorized: false, ALPNProtocols: ['http/1.1'] };
    const [answer] = await once(get(`${url}/version`, tls), 'response');
    answer.resume();
    expect(answer.statusCode).toBe(200);
  });

  it('shows a certificate for the hosts that it stands in for', async () => {
    const { url } = await start({});
    const [answer] = await once(get(`${url}/version`, { rejectUnauthorized: false }), 'response');
    answer.resume();
    const names = answer.socket.getPeerCertificate().subjectaltname.split(', ');
    expect(names).toEqual(
      expect.arrayContaining([
        'DNS:localhost',
        'DNS:*.knetikcloud.com',
        'DNS:*.devsandbox.knetikcloud.com',
        'DNS:*.sandbox.knetikcloud.com',
        'IP Address:127.0.0.1',
      ]),
    );
  });

  it('fails the handshake with an alert on hosts that are called broken-tls', async () => {
    const { port } = await start({});
    await expect(getTitle(port, 'broken-tls.knetikcloud.com')).rejects.toThrow('alert');
  });
});

describe('the log', () => {
  it('holds requests in the order of arrival, preflights too', async () => {
    const { url, port, log } = await start({ tls: false });
    await fetch(`${url}/echo`, { method: 'OPTIONS' });
    await fetch(`${url}/echo?a=b`, { method: 'POST', headers: { 'X-Kind': 'test' }, body: 'hello' });
    expect(log).toMatchObject([
      { method: 'OPTIONS', host: '127.0.0.1', path: '/echo', body: '' },
      {
        method: 'POST',
        host: '127.0.0.1',
        path: '/echo?a=b',
        headers: { 'x-kind': 'test', host: `127.0.0.1:${port}` },
        body: 'hello',
      },
    ]);
  });

  it('keeps the first 4 kB of a body', async () => {
    const { url, log } = await start({ tls: false });
    await fetch(`${url}/echo`, { method: 'POST', body: 'x'.repeat(5000) });
    expect(log[0]?.body).toBe('x'.repeat(4096));
  });
});

describe('the files of a test', () => {
  it('are served as given, before any page of the sandbox', async () => {
    const { url } = await start({ tls: false, files: { '/': { type: 'text/css', body: 'a{}' } } });
    const answer = await fetch(url);
    expect(answer.headers.get('Content-Type')).toBe('text/css');
    expect(await answer.text()).toBe('a{}');
  });
});

describe('stop', () => {
  it('cuts off whoever waits for an answer', async () => {
    const { url, log, stop } = await start({ tls: false });
    const body = new URLSearchParams({ client_id: 'slow', grant_type: 'client_credentials' });
    const outcome = fetch(`${url}/oauth/token`, { method: 'POST', body }).then(
      () => 'answered',
      () => 'cut off',
    );
    await vi.waitUntil(() => log[0]?.body);
    await stop();
    expect(await outcome).toBe('cut off');
  });

  it('cuts off a connection that never got through its handshake', async () => {
    const { port, stop } = await start({});
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const closed = once(socket, 'close');
    await stop();
    await closed;
    expect(socket.destroyed).toBe(true);
  });

  it('frees the port, and may be called twice', async () => {
    const { port, stop } = await start({ tls: false });
    await stop();
    await stop();
    const again = await start({ tls: false, port });
    expect(again.port).toBe(port);
  });
});

describe('a port that is taken', () => {
  it('makes the start fail', async () => {
    const { port } = await start({ tls: false });
    await expect(startSandbox({ tls: false, port })).rejects.toThrow('EADDRINUSE');
  });
});
