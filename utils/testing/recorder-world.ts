import type { Situation } from '@/utils/profiles/situation';
import { type ActivityEntry, type ActivityRecorder, createActivityRecorder } from '@/utils/services/activity-recorder';
import { ACCESS_TOKEN, API_ORIGIN, RECEIVED_AT_MS } from './examples';
import { buildSituation } from './profile-examples';

/** A request of the API's own page that carries the token. */
export const SENT_REQUEST = {
  id: '1',
  url: `${API_ORIGIN}/me?x=secret`,
  method: 'GET',
  page: API_ORIGIN,
  tabId: 7,
  kind: 'call' as const,
  authorization: `Bearer ${ACCESS_TOKEN}`,
  sentAtMs: RECEIVED_AT_MS,
};

interface RecorderWorld {
  situation: Situation;
  /** Of all profiles, logged in or not. */
  origins: readonly string[];
  entries: readonly ActivityEntry[];
  /** What happened, in this order. */
  log: string[];
  onRead: () => void;
  onWrite: () => Promise<void>;
  getPaths: () => string[];
  recorder: ActivityRecorder;
  /** Has a request leave and end. */
  note: (part?: Partial<typeof SENT_REQUEST> & { path?: string; status?: number }) => void;
}

/** A recorder and everything around it. */
export function buildRecorderWorld(): RecorderWorld {
  const world: RecorderWorld = {
    situation: buildSituation(),
    origins: [API_ORIGIN],
    entries: [],
    log: [],
    onRead: () => {},
    onWrite: () => Promise.resolve(),
    getPaths: () => world.entries.map(({ path }) => path),
    recorder: createActivityRecorder({
      async read() {
        world.log.push('read');
        world.onRead();
        return world.situation;
      },
      readOrigins: () => Promise.resolve(world.origins),
      readEntries: () => Promise.resolve(world.entries),
      async writeEntries(changed) {
        world.log.push(`write ${changed.length}`);
        await world.onWrite();
        world.entries = changed;
      },
      engine: 'rules',
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    }),
    note({ path = '/me', status = 200, ...rest } = {}) {
      world.recorder.noteSent({ ...SENT_REQUEST, url: API_ORIGIN + path, ...rest });
      world.recorder.noteEnded(rest.id ?? '1', RECEIVED_AT_MS + 12, status);
    },
  };
  return world;
}
