import { expect, it } from 'vitest';
import { splitBash } from './split-bash';

it.each([
  ['escapes in $-quotes', String.raw`$'a\'b\u0021\x41\101\n\t\\' x`, [["a'b!AA\n\t\\", 'x']]],
  ['characters beyond U+FFFF', String.raw`$'\ud83d\ude00\U0001F600'`, [['😀😀']]],
  ['characters that do not exist', String.raw`$'\U00110000'`, [['\uFFFD']]],
  ['escapes in double quotes', String.raw`"a\"b\\c\d"`, [[String.raw`a"b\c\d`]]],
  ['variables', 'a$B"${C:-x}"\'$D\' $', [['a{{B}}{{C}}$D', '$']]],
  ['a number sign in a word and before one', 'a#b #c d\ne', [['a#b'], ['e']]],
  ['empty words', `'' "" a`, [['', '', 'a']]],
  ['continued lines', 'a\\\nb \\\n c', [['ab', 'c']]],
])('a shell takes %s as they are meant', (_case, text, commands) => {
  expect(splitBash(text)).toEqual(commands);
});
