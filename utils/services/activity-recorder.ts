import { explainRequest, type SentRequest, type Verdict, withoutValues } from '@/utils/injection/explain-request';
import { fromSocketUrl } from '@/utils/injection/socket-origin';
import { getHeldToken } from '@/utils/oauth2/token-state';
import type { InjectionInputs } from './injector';

/** One request, as the user may see it: no query values, no headers, no bodies. */
export interface ActivityEntry {
  sentAtMs: number;
  method: string;
  /** Of the API. */
  origin: string;
  path: string;
  page: string | undefined;
  verdict: Verdict;
  /** The HTTP status; absent when no answer came. */
  status?: number;
  durationMs: number;
}

/** A request that has left and is not answered yet. */
interface LeavingRequest extends SentRequest {
  id: string;
  method: string;
  sentAtMs: number;
}

const MAX_ENTRIES = 500;
/** A page may make them as long as it likes, but the token lies in the same few megabytes as the list. */
const MAX_TEXT_LENGTH = 1000;
/** Many requests make one write. */
const BATCH_MS = 300;

export interface ActivityRecorder {
  noteSent: (request: LeavingRequest) => void;
  noteEnded: (id: string, endedAtMs: number, status?: number) => void;
  /** To be called whenever something that `read` answers has changed. */
  forgetSituation: () => void;
  clear: () => Promise<void>;
}

const shorten = (text: string): string => (text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH)}…` : text);

/** Creates the one that keeps the last requests to known APIs, and of chosen pages, for the user to see. */
export function createActivityRecorder(ports: {
  read: () => Promise<InjectionInputs>;
  readEntries: () => Promise<readonly ActivityEntry[]>;
  writeEntries: (entries: readonly ActivityEntry[]) => Promise<void>;
  sleep: (ms: number) => Promise<void>;
}): ActivityRecorder {
  const { read, readEntries, writeEntries, sleep } = ports;
  const underWay = new Map<string, { request: LeavingRequest; inputs: Promise<InjectionInputs> }>();
  /** Read once for many requests. */
  let inputs: Promise<InjectionInputs> | undefined;
  const earlierTokens = new Set<string>();
  let ended: Promise<ActivityEntry | undefined>[] = [];
  let last: Promise<void> = Promise.resolve();

  const describe = async (
    { request, inputs: stored }: { request: LeavingRequest; inputs: Promise<InjectionInputs> },
    endedAtMs: number,
    status?: number,
  ): Promise<ActivityEntry | undefined> => {
    const { state, reaches, switches } = await stored;
    const token = getHeldToken(state);
    const url = fromSocketUrl(request.url);
    const { method, page, sentAtMs } = request;
    if (token) earlierTokens.add(token.access_token);
    const known = new Set([
      ...(token ? [token.api_origin] : []),
      ...Object.entries(reaches).flatMap(([origin, { apis, pages }]) => [origin, ...apis, ...pages]),
    ]);
    if (!known.has(url.origin) && !known.has(page ?? '')) return undefined;
    return {
      sentAtMs,
      method: shorten(method),
      origin: url.origin,
      path: shorten(withoutValues(url)),
      page,
      verdict: explainRequest(request, { token, reaches, switches, earlierTokens }, sentAtMs),
      ...(status !== undefined && { status }),
      durationMs: endedAtMs - sentAtMs,
    };
  };

  const write = async (): Promise<void> => {
    await sleep(BATCH_MS);
    const batch = ended;
    ended = [];
    const entries = (await Promise.all(batch)).filter((entry) => entry !== undefined);
    if (entries.length > 0) await writeEntries([...(await readEntries()), ...entries].slice(-MAX_ENTRIES));
  };

  return {
    noteSent(request) {
      if (!inputs) {
        inputs = read();
        // What could not be read is read again for the next request.
        inputs.catch(() => {
          inputs = undefined;
        });
      }
      underWay.set(request.id, { request, inputs });
    },
    noteEnded(id, endedAtMs, status) {
      const request = underWay.get(id);
      if (!request) return;
      underWay.delete(id);
      if (ended.length === 0) last = last.then(write, write);
      ended.push(describe(request, endedAtMs, status));
      // What would fall out of the list at once needs no memory.
      if (ended.length > MAX_ENTRIES) ended = ended.slice(-MAX_ENTRIES);
    },
    forgetSituation() {
      inputs = undefined;
    },
    clear() {
      const empty = (): Promise<void> => writeEntries([]);
      last = last.then(empty, empty);
      return last;
    },
  };
}
