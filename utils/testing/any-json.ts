import * as fc from 'fast-check';
import { anyText } from './any-text';

/** Names that mean something to what is stored, or to every object. */
const key = fc.oneof(
  fc.constantFrom('version', 'value', 'id', 'name', 'form', 'reach', 'toString', '__proto__', 'constructor'),
  anyText({ maxLength: 5 }),
);

/** Whatever may lie in a store that is damaged. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, false, 0, 1, 2, -1, 0.5, 1e300, ''),
    anyText({ maxLength: 9 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
})).value;
