import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyArgument, named } from '../testing/any-argument';
import { ARMED_NAVIGATION, buildRealm, MARK } from '../testing/fake-realm';
import { fuzz } from '../testing/fuzz-runs';
import { armPage } from './arm-page';

type Arguments = [input: RequestInfo | URL, init?: RequestInit];
const INIT_MEMBERS = ['method', 'headers', 'body', 'signal', 'keepalive', 'mode', 'credentials', 'redirect', 'window'];

/** What becomes of a call: what a page sees of it. */
interface Outcome {
  result: string;
  /** Which members of the init were read, in this order. */
  reads: string[];
}

const anyInit = fc.oneof(
  { weight: 2, arbitrary: anyArgument },
  {
    weight: 3,
    arbitrary: fc
      .dictionary(fc.constantFrom(...INIT_MEMBERS), anyArgument, { maxKeys: 3 })
      .map((members) =>
        named(
          () => Object.fromEntries(Object.entries(members).map(([name, build]) => [name, build()])),
          fc.stringify(members),
        ),
      ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      () => undefined,
      () => ({ method: 'POST', body: 'a=b' }),
      () => ({ method: 'DELETE' }),
    ),
  },
);

/** The browser's fetch, as far as it reads what it is given. */
function buildNative() {
  return async (...args: Arguments): Promise<Response> => {
    const request = new PageRequest(...args);
    return new Response(
      JSON.stringify([request.url.replace(new RegExp(`#?(kc-${MARK})?$`), ''), request.method, await request.text()]),
    );
  };
}
const PageRequest = buildRealm({}).Request;

async function call(isArmed: boolean, buildArguments: () => unknown[]): Promise<Outcome> {
  const realm = buildRealm({ navigation: ARMED_NAVIGATION, fetch: buildNative() });
  if (isArmed) armPage(realm);
  const reads: string[] = [];
  const [input, init] = buildArguments();
  const watched = isPlain(init)
    ? new Proxy(init, { get: (target, name) => (reads.push(String(name)), Reflect.get(target, name)) })
    : init;
  try {
    const sent = Reflect.apply(realm.fetch, undefined, watched === undefined ? [input] : [input, watched]);
    return { result: await (await sent).text(), reads };
  } catch (error) {
    return { result: error instanceof Error ? error.name : typeof error, reads };
  }
}
const listRepeats = (names: readonly string[]): string[] => names.filter((name, at) => names.indexOf(name) !== at);
/** Only of those that it does not change to be looked at. */
function isPlain(value: unknown): value is object {
  try {
    return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  } catch {
    return false;
  }
}

it('Whatever a page calls fetch with, it sees the same with and without the page script, and nothing is read twice', async () => {
  const seen = new Set<boolean>();
  await fc.assert(
    fc.asyncProperty(anyArgument, anyInit, async (buildInput, buildInit) => {
      const build = () => [buildInput(), buildInit()];
      const [plain, armed] = [await call(false, build), await call(true, build)];
      seen.add(armed.result.startsWith('['));
      expect(armed.result).toBe(plain.result);
      // A call that fails is made once more by the native function, which is to say why.
      const isRefused = !plain.result.startsWith('[');
      expect(isRefused ? [] : listRepeats(armed.reads)).toEqual(isRefused ? [] : listRepeats(plain.reads));
    }),
    fuzz(100),
  );
  expect(seen.size).toBe(2);
});
