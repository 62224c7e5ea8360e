import * as fc from 'fast-check';
import { API_ORIGIN } from './examples';

const boom = (): never => {
  throw new TypeError('boom');
};
/** True for what only the values below throw. */
export const isBoom = (error: unknown): boolean => error instanceof TypeError && error.message === 'boom';

/** Values that throw when they are looked at, or have effects, or no prototype, or are huge. */
const ODD: readonly (() => unknown)[] = [
  () => ({ toString: boom }),
  () => ({ [Symbol.toPrimitive]: boom }),
  () => ({ valueOf: boom, toString: () => `${API_ORIGIN}/me` }),
  () => new Proxy({}, { get: boom, has: boom, getPrototypeOf: boom, ownKeys: boom }),
  () => new Proxy(() => {}, { get: boom, apply: boom }),
  () => Object.create(null),
  () => Object.defineProperty({}, 'method', { get: boom, enumerable: true }),
  () => Object.defineProperty({}, 'headers', { get: boom, enumerable: true }),
  () => Object.freeze({ method: 'POST', body: 'x' }),
  () => Symbol('kc'),
  () => 10n,
  () => () => {},
  () => 'x'.repeat(100_000),
  () => `${API_ORIGIN}/${'a'.repeat(5000)}`,
  () => Array.from({ length: 2000 }, (_, at) => at),
  () => new Date(Number.NaN),
  () => new Map([['a', 1]]),
  () => new URL(`${API_ORIGIN}/me`),
  () => Object.assign(new URL(`${API_ORIGIN}/me`), { toString: boom }),
  () => new Request(`${API_ORIGIN}/me`, { method: 'POST', body: 'x' }),
  () => new Headers({ a: 'b' }),
  () => new FormData(),
  () => AbortSignal.abort(),
  () => new ReadableStream(),
  () => nest(5000),
];

function nest(depth: number): unknown {
  let value: unknown = [];
  for (let at = 0; at < depth; at += 1) value = [value];
  return value;
}

const anyUrlText = fc.constantFrom(
  `${API_ORIGIN}/me`,
  `${API_ORIGIN}/me#a`,
  `${API_ORIGIN}/oauth/token`,
  '/me',
  'me?x=%',
  '//other.example/x',
  'https://a:b@devsandbox.knetikcloud.com/me',
  'http://[',
  'blob:x',
  '\uD800',
  ' \n/me\t ',
  '',
);

/** So that a counterexample says what is built. */
export const named = (build: () => unknown, name: string): (() => unknown) =>
  Object.assign(build, { [fc.toStringMethod]: () => name });

/** Whatever a page may pass to a function; a new one each time, as some can be used only once. */
export const anyArgument: fc.Arbitrary<() => unknown> = fc.oneof(
  { weight: 3, arbitrary: anyUrlText.map((text) => named(() => text, text)) },
  { weight: 4, arbitrary: fc.constantFrom(...ODD.map((build) => named(build, String(build)))) },
  {
    weight: 2,
    arbitrary: fc
      .anything({ withNullPrototype: true, withBigInt: true })
      .map((value) => named(() => value, fc.stringify(value))),
  },
);
