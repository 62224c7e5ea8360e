// @vitest-environment node
import { expect, it } from 'vitest';
import { isPreactsInnerHtml } from './lint-firefox.ts';

const PREACT = 'f==`dangerouslySetInnerHTML`?g=b:h(),g?(g.__html==t.innerHTML||(t.innerHTML=g.__html),n.__k=[]):v()';
const OURS = 'function show(t,g){t.innerHTML=g.text}';
const columnOf = (text: string): number => text.indexOf('t.innerHTML=') + 1;

it('the assignment of Preact’s property is known, wherever the bundler puts it', () => {
  const text = `first();\n${PREACT}`;
  expect(isPreactsInnerHtml({ line: 2, column: columnOf(PREACT) }, text)).toBe(true);
});

it.each([
  ['of ours', OURS],
  ['of ours beside Preact’s', `${OURS};${PREACT}`],
  ['of ours that looks alike, without Preact', 't.innerHTML=g.__html)'],
])('an assignment %s is not', (_whose, text) => {
  expect(isPreactsInnerHtml({ line: 1, column: columnOf(text) }, text)).toBe(false);
});
