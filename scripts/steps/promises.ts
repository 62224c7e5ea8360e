import { type BrowserName, browserNames, browserTitles } from '../browsers.ts';

/** A sentence of SECURITY.md, and the tests that would fail if it were broken. */
export interface SecurityPromise {
  sentence: string;
  tests: readonly NamedTest[];
}

export interface NamedTest {
  file: string;
  /** Titles from the outermost `describe` to the test's own, as they stand in the file, with `%s` and the like. */
  titles: readonly string[];
  /** The browser without which there is nothing to test, or no such test. */
  only?: BrowserName;
}

const HEADING = '## What is promised';
const SEPARATOR = ' › ';
const NAMED_TEST = /^(?:`` (.+) ``|`([^`]+)`)(?: \((\w+) only\))?\s*$/;

/** Reads the promises out of SECURITY.md: a list, each point with the tests as a list below it. */
export function readPromises(markdown: string): SecurityPromise[] {
  const [, rest = ''] = markdown.split(`\n${HEADING}\n`);
  const [section = ''] = rest.split(/^## /m);
  return section
    .split(/^- /m)
    .slice(1)
    .map((point) => {
      const [sentence = '', ...tests] = point.split(/\n(?: {2}- |(?=#))/);
      return {
        sentence: sentence.replaceAll(/\s+/g, ' ').trim(),
        tests: tests.filter((line) => !line.startsWith('#')).map(readNamedTest),
      };
    });
}

function readNamedTest(line: string): NamedTest {
  // With two backticks and a space around it, where the name has one itself.
  const [, quoted, name = quoted ?? '', browser] = NAMED_TEST.exec(line) ?? [];
  const [file = '', ...titles] = name.split(SEPARATOR);
  const only = browserNames.find((each) => browserTitles[each] === browser);
  if (titles.length === 0 || (browser && !only)) throw new Error(`SECURITY.md: not the name of a test: ${line}`);
  return { file, titles, ...(only && { only }) };
}

export function formatNamedTest({ file, titles }: NamedTest): string {
  return [file, ...titles].join(SEPARATOR);
}
