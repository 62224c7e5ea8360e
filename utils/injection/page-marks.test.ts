import { expect, it } from 'vitest';
import { updateMarks } from './page-marks';

const [A, B, C] = ['https://a.example', 'https://b.example', 'https://c.example'];
/** Marks 1, 2, 3 … */
const buildCounter = (): (() => string) => {
  let count = 0;
  return () => `${(count += 1)}`;
};

it('each page gets a mark of its own', () => {
  expect(updateMarks({}, [A, B], buildCounter())).toEqual({ [A]: '1', [B]: '2' });
});

it('a page keeps its mark, whichever others come and go', () => {
  expect(updateMarks({ [A]: 'a', [B]: 'b' }, [C, A], buildCounter())).toEqual({ [A]: 'a', [C]: '1' });
});

it('a page that was none meanwhile gets a new mark', () => {
  const without = updateMarks({ [A]: 'a', [B]: 'b' }, [B], buildCounter());
  expect(updateMarks(without, [A, B], buildCounter())).toEqual({ [A]: '1', [B]: 'b' });
});

it('while nothing is in force all marks are kept, and nothing needs to be stored', () => {
  const marks = { [A]: 'a' };
  expect(updateMarks(marks, [], buildCounter())).toBe(marks);
});
