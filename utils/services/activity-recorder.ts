import { createInTurn } from '@/utils/in-turn';
import type { RequestKind } from '@/utils/injection/condition';
import {
  explainRequest,
  type HeaderSituation,
  type SentRequest,
  type Verdict,
  withoutValues,
} from '@/utils/injection/explain-request';
import { fromSocketUrl } from '@/utils/injection/socket-origin';
import { buildHeaderProfiles } from '@/utils/profiles/header-profiles';
import type { Situation } from '@/utils/profiles/situation';

/** One request, as the user may see it: no query values, no headers, no bodies. */
export interface ActivityEntry {
  sentAtMs: number;
  method: string;
  /** Of the API. */
  origin: string;
  path: string;
  page: string | undefined;
  /** -1 for a request of a shared or service worker. */
  tabId: number;
  kind: RequestKind;
  verdict: Verdict;
  /** The name of the profile whose token it carried, or would have carried. */
  profile?: string;
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
  /** To be called when no secret may be left in memory. */
  forgetTokens: () => void;
  /** Empties the list, or takes the requests of one tab out of it. */
  clear: (tabId?: number) => Promise<void>;
}

/** Of a request: all but how it ends; undefined for one that is not kept. */
type Beginning = Omit<ActivityEntry, 'status' | 'durationMs'> | undefined;

const shorten = (text: string): string => (text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH)}…` : text);

/** Creates the one that keeps the last requests to known APIs, and of chosen pages, for the user to see. */
export function createActivityRecorder(ports: {
  read: () => Promise<Situation>;
  /** Every origin that a profile has something to do with, logged in or not. */
  readOrigins: () => Promise<readonly string[]>;
  readEntries: () => Promise<readonly ActivityEntry[]>;
  writeEntries: (entries: readonly ActivityEntry[]) => Promise<void>;
  sleep: (ms: number) => Promise<void>;
  engine: HeaderSituation['engine'];
}): ActivityRecorder {
  const { read, readOrigins, readEntries, writeEntries, sleep, engine } = ports;
  /** Described as they leave: so nothing of a token is kept for as long as an answer takes. */
  const underWay = new Map<string, { sentAtMs: number; beginning: Promise<Beginning> }>();
  /** Read once for many requests. */
  let inputs: Promise<[Situation, readonly string[]]> | undefined;
  /** Tokens that were in force, and whose: the profile's id. */
  let earlierTokens = new Map<string, string>();
  let ended: Promise<ActivityEntry | undefined>[] = [];
  const inTurn = createInTurn();

  const describe = async (
    request: LeavingRequest,
    stored: Promise<[Situation, readonly string[]]>,
  ): Promise<Beginning> => {
    const knownTokens = earlierTokens;
    const [situation, origins] = await stored;
    const url = fromSocketUrl(request.url);
    const { method, page, tabId, kind, sentAtMs } = request;
    const { switches } = situation;
    const profiles = buildHeaderProfiles(situation, sentAtMs);
    for (const { access_token, profileId } of profiles) knownTokens.set(access_token, profileId);
    const known = new Set([...origins, ...profiles.flatMap(({ routes }) => routes.map(({ api }) => api))]);
    if (!known.has(url.origin) && !known.has(page ?? '')) return undefined;
    const { verdict, profileId } = explainRequest(
      request,
      { profiles, switches, earlierTokens: knownTokens, engine },
      sentAtMs,
    );
    const profile = situation.profiles.find(({ id }) => id === profileId)?.name;
    return {
      sentAtMs,
      method: shorten(method),
      origin: url.origin,
      path: shorten(withoutValues(url)),
      page,
      tabId,
      kind,
      verdict,
      ...(profile !== undefined && { profile }),
    };
  };
  const end = async (
    beginning: Promise<Beginning>,
    outcome: Pick<ActivityEntry, 'status' | 'durationMs'>,
  ): Promise<ActivityEntry | undefined> => {
    const begun = await beginning;
    return begun && { ...begun, ...outcome };
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
        inputs = Promise.all([read(), readOrigins()]);
        // What could not be read is read again for the next request.
        inputs.catch(() => {
          inputs = undefined;
        });
      }
      // What could not be judged is not kept, and does not take others along.
      const beginning = describe(request, inputs).catch(() => undefined);
      underWay.set(request.id, { sentAtMs: request.sentAtMs, beginning });
    },
    noteEnded(id, endedAtMs, status) {
      const request = underWay.get(id);
      if (!request) return;
      underWay.delete(id);
      if (ended.length === 0) void inTurn(write);
      const durationMs = endedAtMs - request.sentAtMs;
      ended.push(end(request.beginning, { ...(status !== undefined && { status }), durationMs }));
      // What would fall out of the list at once needs no memory.
      if (ended.length > MAX_ENTRIES) ended = ended.slice(-MAX_ENTRIES);
    },
    forgetSituation() {
      inputs = undefined;
    },
    forgetTokens() {
      inputs = undefined;
      // Another one, as what is being described may still fill this one.
      earlierTokens = new Map();
    },
    clear: (tabId) =>
      inTurn(async () =>
        writeEntries(tabId === undefined ? [] : (await readEntries()).filter((entry) => entry.tabId !== tabId)),
      ),
  };
}
