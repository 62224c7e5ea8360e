import { once } from 'node:events';
import { createServer as createHttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { type AppOptions, buildApp } from './app.ts';
import type { LoggedRequest } from './logged-request.ts';
import type { StaticFile } from './pages.ts';
import { buildSandboxState } from './sandbox-state.ts';
import { generateTlsOptions } from './tls.ts';

export interface SandboxOptions {
  /** 0 takes a free one. */
  port?: number;
  tls?: boolean;
  /** Pages of your own, by path. */
  files?: Readonly<Record<string, StaticFile>>;
  interceptToken?: AppOptions['interceptToken'];
}

export interface Sandbox {
  /** The origin, without a slash at its end. */
  url: string;
  port: number;
  /** Every request so far, preflights too. */
  log: LoggedRequest[];
  /** Every access and refresh token that it knows of, living or not. */
  issuedTokens: ReadonlySet<string>;
  /** Resolves when the port is free; whoever still waits for an answer is cut off. */
  stop: () => Promise<void>;
}

/** Starts a KnetikCloud stand-in that only this machine can reach. Rejects when the port is taken. */
export async function startSandbox({
  port = 0,
  tls = true,
  files = {},
  interceptToken,
}: SandboxOptions = {}): Promise<Sandbox> {
  const log: LoggedRequest[] = [];
  const state = buildSandboxState();
  const server = createAdaptorServer({
    fetch: buildApp({ log, files, state, interceptToken }).fetch,
    // The default replaces the global Request and Response of the whole process, tests and all.
    overrideGlobalObjects: false,
    ...(tls ? { createServer: createHttpsServer, serverOptions: await generateTlsOptions() } : {}),
  });

  // `server.closeAllConnections()` does not know those that are still in their TLS handshake.
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sandbox does not listen on a port.');

  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${address.port}`,
    port: address.port,
    log,
    issuedTokens: state.tokens.issued,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
