import { afterAll, beforeAll, expect, it } from 'vitest';
import { FETCH_INIT_CASES } from '../support/fetch-init-cases.ts';
import { FETCH_REQUEST_CASES } from '../support/fetch-request-cases.ts';
import { NativeComparison } from '../support/native-comparison.ts';

let comparison: NativeComparison;
beforeAll(async () => {
  comparison = await NativeComparison.start(defineTell);
});
afterAll(() => comparison?.close());

/** Defines `tell` in a page: says how a call of fetch went, in all that the page can see of it. */
function defineTell(): void {
  const describeError = (error: unknown): string =>
    error instanceof Error
      ? `${error.constructor.name} ${error.name}: ${error.message}`
      : `${typeof error} ${String(error)}`;
  const tell = async (call: () => unknown): Promise<unknown> => {
    let answer: unknown;
    try {
      answer = call();
    } catch (error) {
      return { threw: describeError(error) };
    }
    const shape = [Object.prototype.toString.call(answer), answer instanceof Promise];
    try {
      const settled: unknown = await answer;
      if (!(settled instanceof Response)) return { shape, settled };
      const { status, type, url, redirected, bodyUsed } = settled;
      const headers = settled.headers.get('content-type');
      return { shape, status, type, url, redirected, bodyUsed, headers };
    } catch (error) {
      return { shape, rejected: describeError(error) };
    }
  };
  Object.assign(globalThis, { tell });
}

it.each(Object.entries({ ...FETCH_INIT_CASES, ...FETCH_REQUEST_CASES }))(
  'fetch behaves as the native one: %s',
  async (_name, use) => {
    const { armed, native } = await comparison.compare(use);
    expect(armed).toEqual(native);
  },
);

it('and these requests carried the token from the one page and not from the other', () => {
  expect(comparison.countCarriers()).toEqual({ armed: expect.toSatisfy((count: number) => count > 40), native: 0 });
});
