/** Something that a browser did on the network, by its own log. Of an address only what is never secret: no query. */
export type Traffic =
  | { kind: 'request'; method: string; host: string; path: string }
  /** A name was looked up, be it for nothing. */
  | { kind: 'lookup'; host: string }
  | { kind: 'connection'; host: string };

/** What a browser does by itself although it was told not to. */
export interface Housekeeping {
  kind: Traffic['kind'];
  host: string;
  why: string;
}

function describeTraffic(traffic: Traffic): string {
  switch (traffic.kind) {
    case 'request':
      return `${traffic.method} ${traffic.host}${traffic.path}`;
    case 'lookup':
      return `lookup of ${traffic.host}`;
    case 'connection':
      return `connection to ${traffic.host}`;
  }
}

/** What went neither to one of these hosts, nor stayed on this machine, nor is the browser's housekeeping; each once. */
export function findElsewhere(
  seen: readonly Traffic[],
  hosts: readonly string[],
  housekeeping: readonly Housekeeping[],
): string[] {
  const isExpected = ({ kind, host }: Traffic): boolean =>
    hosts.includes(host) ||
    isThisMachine(host) ||
    housekeeping.some((each) => each.kind === kind && each.host === host);
  return [...new Set(seen.filter((each) => !isExpected(each)).map(describeTraffic))];
}

const isThisMachine = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);
