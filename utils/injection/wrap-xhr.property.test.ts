import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyArgument } from '../testing/any-argument';
import { ARMED_NAVIGATION, buildRealm, FakeXhr, MARK } from '../testing/fake-realm';
import { fuzz } from '../testing/fuzz-runs';
import { armPage } from './arm-page';

type Call = [name: 'open' | 'setRequestHeader', builds: (() => unknown)[]];

const anyMethod = fc.constantFrom(
  () => 'GET',
  () => 'POST',
);
const anyName = fc.constantFrom(
  () => 'authorization',
  () => 'X-Other',
);
const anyCall: fc.Arbitrary<Call> = fc.oneof(
  fc.tuple(fc.constant('open' as const), fc.tuple(anyMethod, anyArgument)),
  fc.tuple(fc.constant('open' as const), fc.array(anyArgument, { maxLength: 5 })),
  fc.tuple(fc.constant('setRequestHeader' as const), fc.tuple(anyName, anyArgument)),
  fc.tuple(fc.constant('setRequestHeader' as const), fc.array(anyArgument, { maxLength: 3 })),
);

/** What a page sees of these calls, one after the other: exceptions, and what would leave in the end. */
function play(isArmed: boolean, calls: readonly Call[]): unknown[] {
  const realm = buildRealm({ navigation: ARMED_NAVIGATION, XMLHttpRequest: class extends StrictXhr {} });
  if (isArmed) armPage(realm);
  const request = new realm.XMLHttpRequest() as unknown as FakeXhr;
  const seen: unknown[] = calls.map(([name, builds]) => {
    try {
      const method: unknown = Reflect.get(request, name);
      return (
        typeof method === 'function' &&
        String(
          Reflect.apply(
            method,
            request,
            builds.map((build) => build()),
          ),
        )
      );
    } catch (error) {
      return error instanceof Error ? error.name : typeof error;
    }
  });
  const opened = request.opened?.slice(0, 2).map((part) => String(part).replace(new RegExp(`#?kc-${MARK}$`), ''));
  return [...seen, opened, request.headers];
}

/** As the browser does it: unlike `String`, it refuses symbols. */
const toText = (value: unknown): string => `${value as string | number}`;

/** Turns what it is given into text first, as the browser's does. */
class StrictXhr extends FakeXhr {
  override open(...args: Parameters<FakeXhr['open']>) {
    if (args.length < 2) throw new TypeError('2 arguments required');
    super.open(toText(args[0]), toText(args[1]), ...(args.slice(2) as []));
  }

  override setRequestHeader(...args: [name: string, value: string]) {
    if (args.length < 2) throw new TypeError('2 arguments required');
    super.setRequestHeader(toText(args[0]), toText(args[1]));
  }
}

it('Whatever a page calls XMLHttpRequest with, it sees the same with and without the page script', () => {
  let opened = 0;
  fc.assert(
    fc.property(fc.array(anyCall, { minLength: 1, maxLength: 5 }), (calls) => {
      const plain = play(false, calls);
      if (plain.at(-2) !== undefined) opened += 1;
      expect(play(true, calls)).toEqual(plain);
    }),
    fuzz(100),
  );
  expect(opened).toBeGreaterThan(10);
});
