import * as v from 'valibot';
import type { Traffic } from './traffic.ts';

const Log = v.object({
  constants: v.object({ logEventTypes: v.record(v.string(), v.number()) }),
  events: v.array(v.object({ type: v.number(), params: v.optional(v.record(v.string(), v.unknown())) })),
});

const READERS: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => Traffic | undefined>> = {
  URL_REQUEST_START_JOB: ({ url, method }) => readRequest(url, method),
  HOST_RESOLVER_MANAGER_REQUEST: ({ host }) => readPeer('lookup', host),
  TCP_CONNECT_ATTEMPT: ({ address }) => readPeer('connection', address),
  UDP_CONNECT: ({ address }) => readPeer('connection', address),
};

/** What Chromium did on the network, by the log that `--log-net-log` makes it write. Throws when the log breaks off. */
export function readNetLog(text: string): Traffic[] {
  const { constants, events } = v.parse(Log, JSON.parse(text));
  const readers = new Map(Object.entries(READERS).map(([name, read]) => [constants.logEventTypes[name], read]));
  // A name that the browser no longer knows would be overlooked for ever.
  if (readers.has(undefined)) throw new Error('Chromium’s log of its requests has other names than before.');
  // The end of an event comes without parameters.
  return events.flatMap(({ type, params }) => (params && readers.get(type)?.(params)) ?? []);
}

function readRequest(url: unknown, method: unknown): Traffic | undefined {
  if (typeof url !== 'string' || !/^(https?|wss?|ftp):/.test(url)) return undefined;
  const { hostname, pathname } = new URL(url);
  return { kind: 'request', method: typeof method === 'string' ? method : '?', host: hostname, path: pathname };
}

/** Of `https://host:443` or `host:443`. */
function readPeer(kind: 'lookup' | 'connection', peer: unknown): Traffic | undefined {
  if (typeof peer !== 'string') return undefined;
  return { kind, host: peer.replace(/^\w+:\/\//, '').replace(/:\d+$/, '') };
}
