import type { Traffic } from './traffic.ts';

/** For the environment of Firefox: what it writes down, every line at once, since it may end without a warning. */
export const MOZ_LOG = 'sync,nsHttp:3,nsHostResolver:3,nsSocketTransport:3';

/** Who writes, and what; the threads write at the same time. */
const LINE = /^\[(.+?)\]: \w\/ns\w+ (.*)$/;

/** What Firefox did on the network, by the log that `MOZ_LOG` makes it write. Throws when there is none. */
export function readMozLog(text: string): Traffic[] {
  const seen: Traffic[] = [];
  /** The lines of the request that a thread is writing. */
  const open = new Map<string, string[]>();
  let lines = 0;
  for (const line of text.split('\n')) {
    const [, thread, said] = LINE.exec(line) ?? [];
    if (thread === undefined || said === undefined) continue;
    lines += 1;
    const request = open.get(thread);
    if (said === 'http request [') open.set(thread, []);
    else if (!request) seen.push(...readLine(said));
    else if (said !== ']') request.push(said);
    else if (open.delete(thread)) seen.push(readRequest(request));
  }
  if (lines === 0) throw new Error('Firefox’s log of its requests is empty.');
  return [...seen, ...[...open.values()].map(readRequest)];
}

function readRequest([first = '', ...headers]: string[]): Traffic {
  const [, method = '', url = ''] = /^ +(\S+) (\S+)/.exec(first) ?? [];
  const host = headers.map((header) => /^ +Host: (\S+)$/i.exec(header)?.[1]).find((each) => each !== undefined);
  return { kind: 'request', method, host: withoutPort(host ?? 'a host that is not told'), path: withoutQuery(url) };
}

function readLine(said: string): Traffic[] {
  const [, name] = /getaddrinfo for host \[(.+?)\]/.exec(said) ?? [];
  const [, peer] = /^nsSocketTransport::Init \[.*\borigin=(\S+)/.exec(said) ?? [];
  return [
    ...(name === undefined ? [] : [{ kind: 'lookup' as const, host: name }]),
    ...(peer === undefined ? [] : [{ kind: 'connection' as const, host: withoutPort(peer) }]),
  ];
}

const withoutPort = (host: string): string => host.replace(/:\d+$/, '');
const withoutQuery = (url: string): string => url.split(/[?#]/)[0] ?? '';
