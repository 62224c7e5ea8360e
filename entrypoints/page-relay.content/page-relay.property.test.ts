// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ARMING_EVENT } from '@/utils/injection/arming';
import { REJECTED_EVENT, RENEWED_EVENT } from '@/utils/injection/rejection';
import { anyArgument } from '@/utils/testing/any-argument';
import { anyJson } from '@/utils/testing/any-json';
import { API_ORIGIN } from '@/utils/testing/examples';
import { installAnsweringBackground } from '@/utils/testing/fake-apis';
import { fuzz } from '@/utils/testing/fuzz-runs';
import relay from './index';

const ARMED = { pages: { [API_ORIGIN]: { mark: 'f00d', apis: [API_ORIGIN] } }, offTabs: [] };

const errors: unknown[] = [];
const note = (error: unknown): void => void errors.push(error);
beforeEach(() => {
  errors.length = 0;
  vi.stubGlobal('origin', API_ORIGIN);
  for (const name of ['uncaughtException', 'unhandledRejection']) process.on(name, note);
  return () => {
    for (const name of ['uncaughtException', 'unhandledRejection']) process.off(name, note);
  };
});

/** Starts a relay in a new page; answers what it tells and asks. */
function startRelay() {
  fakeBrowser.reset();
  // Happy DOM leaves the one of Node, which does not know its events.
  const page = document.createElement('i');
  vi.stubGlobal('performance', Object.assign(page, { now: () => 1500 }));
  const told: unknown[] = [];
  for (const name of [ARMING_EVENT, RENEWED_EVENT])
    page.addEventListener(name, (event) => told.push(event instanceof CustomEvent && event.detail));
  const sent = installAnsweringBackground(() => Promise.resolve({ res: true }));
  return { page, told, sent };
}
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

/** As a browser hands an event's detail from one world to the other: as a copy, or as nothing. */
function toOtherWorld(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return null;
  }
}

it('Whatever events a page makes up, the relay throws nothing and asks only what the background understands', async () => {
  const isLegal = (message: unknown): boolean => {
    const { type, data, ...rest } = message as { type?: unknown; data?: unknown };
    return type === 'renewAfterRejection' && Number.isFinite(data) && Object.keys(rest).join() === 'id,timestamp';
  };
  await fc.assert(
    fc.asyncProperty(fc.array(anyArgument, { minLength: 1, maxLength: 5 }), async (builds) => {
      const { page, told, sent } = startRelay();
      await fakeBrowser.storage.local.set({ armedPages: ARMED });
      Reflect.apply(relay.main, relay, []);
      await settle();
      for (const build of builds)
        page.dispatchEvent(new CustomEvent(REJECTED_EVENT, { detail: toOtherWorld(build()) }));
      page.dispatchEvent(new Event(REJECTED_EVENT));
      page.dispatchEvent(new CustomEvent(REJECTED_EVENT, { detail: 42 }));
      await settle();
      expect(sent.filter((message) => !isLegal(message))).toEqual([]);
      // Everybody is answered, and the one request that was real is sent once more.
      expect(told).toHaveLength(builds.length + 3);
      expect(told.at(-1)).toBe('yes');
      expect(errors).toEqual([]);
    }),
    fuzz(30),
  );
});

it('Whatever is stored, the relay tells the page something, so that no request waits for ever', async () => {
  const pages = fc.oneof(
    anyJson,
    anyJson.map((arming) => ({ [API_ORIGIN]: arming })),
  );
  const stored = fc.oneof(
    anyJson,
    fc.record({ pages, offTabs: anyJson }),
    anyJson.map((offTabs) => ({ ...ARMED, offTabs })),
  );
  await fc.assert(
    fc.asyncProperty(stored, async (armedPages) => {
      const { told } = startRelay();
      await fakeBrowser.storage.local.set({ armedPages });
      Reflect.apply(relay.main, relay, []);
      await settle();
      expect(told).toHaveLength(1);
      expect(errors).toEqual([]);
    }),
    fuzz(30),
  );
});
