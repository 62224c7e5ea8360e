import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyJson } from '../testing/any-import';
import { anyText } from '../testing/any-text';
import { fuzz } from '../testing/fuzz-runs';
import { isSameScope, readAccessToken } from './read-jwt';

const toPart = (text: string): string => Buffer.from(text.toWellFormed()).toString('base64url');
/** A token may be as long as the answer that brought it. */
const anyDepth = fc.constantFrom(1, 100, 5000, 20_000);
const deep = fc.tuple(anyDepth, fc.constantFrom('[ ]', '{"a": }')).map(([depth, shell]) => {
  const [open = '', close = ''] = shell.split(' ');
  return `{"sub":${open.repeat(depth)}1${close.repeat(depth)}}`;
});
const anyClaims = fc.oneof(
  anyJson,
  deep,
  anyText(),
  fc.constantFrom('{"exp":1e400,"iat":-1e300,"scope":[1]}', '{"scp":[]}'),
);
const anyPart = fc.oneof({ weight: 5, arbitrary: anyClaims.map(toPart) }, { weight: 1, arbitrary: anyText() });
const anyHeader = fc.oneof(
  { weight: 3, arbitrary: fc.constant(toPart('{"alg":"none"}')) },
  { weight: 1, arbitrary: anyPart },
);

it('Whatever a token is made of, its content is text, its times are dates, and it took no time', () => {
  const seen = { jwt: 0, opaque: 0 };
  fc.assert(
    fc.property(fc.tuple(anyHeader, anyPart, fc.oneof(anyPart, fc.constant('sig'))), (parts) => {
      const start = performance.now();
      const content = readAccessToken(parts.join('.'));
      expect(performance.now() - start).toBeLessThan(1000);
      seen[content.kind] += 1;
      const claims = content.kind === 'jwt' ? [...content.header, ...content.claims] : [];
      for (const { text, timeMs = 0 } of claims) {
        expect(text).toBeTypeOf('string');
        expect(new Date(timeMs).getTime()).not.toBeNaN();
      }
      const scope = (content.kind === 'jwt' && content.scope) || '';
      expect(isSameScope(scope, `  ${scope} `)).toBe(true);
    }),
    fuzz(100),
  );
  expect(Math.min(seen.jwt, seen.opaque)).toBeGreaterThan(10);
});
