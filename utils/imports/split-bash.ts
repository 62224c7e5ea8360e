import { buildPlaceholder } from './placeholders';

/** A part of the text as the shell understands it, and where the next one begins. */
interface Part {
  value: string;
  end: number;
}

/**
 * The commands of a text, each as its words, as a POSIX shell and bash would split it; nothing is ever run or expanded.
 * `$NAME` becomes `{{NAME}}`, a variable without a value.
 *
 * Why not a library: `shell-quote` drops `$NAME` and what follows a "#" inside a word, both of which occur in
 * passwords, throws at some texts, and knows nothing of cmd, whose lines browsers copy as well.
 */
export function splitBash(text: string): string[][] {
  const commands: string[][] = [];
  let words: string[] = [];
  let word: string | undefined;
  const endWord = () => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const endCommand = () => {
    endWord();
    if (words.length > 0) commands.push(words);
    words = [];
  };
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (text.startsWith('\\\n', at)) at += 2;
    else if (/[\n;|&<>()]/.test(char)) {
      endCommand();
      at += 1;
    } else if (/\s/.test(char)) {
      endWord();
      at += 1;
    } else if (char === '#' && word === undefined) {
      const lineEnd = text.indexOf('\n', at);
      at = lineEnd === -1 ? text.length : lineEnd;
    } else {
      const { value, end } = readPart(text, at);
      word = (word ?? '') + value;
      at = end;
    }
  }
  endCommand();
  return commands;
}

function readPart(text: string, at: number): Part {
  if (text.startsWith("$'", at)) return readAnsiQuoted(text, at + 2);
  // bash translates $"…", which leaves it as it is almost everywhere.
  if (text.startsWith('$"', at)) return readDoubleQuoted(text, at + 2);
  switch (text.charAt(at)) {
    case "'": {
      const close = text.indexOf("'", at + 1);
      return close === -1
        ? { value: text.slice(at + 1), end: text.length }
        : { value: text.slice(at + 1, close), end: close + 1 };
    }
    case '"':
      return readDoubleQuoted(text, at + 1);
    case '\\':
      return { value: text.charAt(at + 1), end: at + 2 };
    case '$':
      return readExpansion(text, at);
    default:
      return readPlain(text, at, PLAIN);
  }
}

/** What means nothing to the shell, as far as it goes: one by one its characters would take many times as long. */
const PLAIN = /[^\s\\'"$;|&<>()]+/y;
const PLAIN_IN_QUOTES = /[^\\"$]+/y;

function readPlain(text: string, at: number, pattern: RegExp): Part {
  pattern.lastIndex = at;
  const [value] = pattern.exec(text) ?? [text.charAt(at)];
  return { value, end: at + value.length };
}

function readDoubleQuoted(text: string, start: number): Part {
  let value = '';
  let at = start;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"') return { value, end: at + 1 };
    const next = text.charAt(at + 1);
    if (char === '\\' && /[$`"\\\n]/.test(next)) {
      value += next === '\n' ? '' : next;
      at += 2;
    } else {
      const part = char === '$' ? readExpansion(text, at) : readPlain(text, at, PLAIN_IN_QUOTES);
      value += part.value;
      at = part.end;
    }
  }
  return { value, end: at };
}

/** Bounded, so that a text full of openings is read in one pass. */
const EXPANSION = /\$(?:([A-Za-z_]\w{0,99})|\{([A-Za-z_]\w{0,99})[^{}]{0,100}\}|\([^()]{0,200}\))/y;

function readExpansion(text: string, at: number): Part {
  EXPANSION.lastIndex = at;
  const match = EXPANSION.exec(text);
  if (!match) return { value: '$', end: at + 1 };
  const [whole, bare, braced] = match;
  return { value: buildPlaceholder(bare ?? braced ?? 'command'), end: at + whole.length };
}

const ANSI_ESCAPE = /\\(?:x([\da-fA-F]{1,2})|u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|([0-7]{1,3})|([\s\S]))/y;
const ANSI_LETTERS = new Map(
  Object.entries({ a: '\u0007', b: '\b', e: '\u001B', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }),
);

/** `$'…'`, in which browsers write what has an apostrophe or an exclamation mark. */
function readAnsiQuoted(text: string, start: number): Part {
  let value = '';
  let at = start;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === "'") return { value, end: at + 1 };
    ANSI_ESCAPE.lastIndex = at;
    const match = char === '\\' ? ANSI_ESCAPE.exec(text) : null;
    value += match ? readAnsiEscape(match) : char;
    at += match ? match[0].length : 1;
  }
  return { value, end: at };
}

function readAnsiEscape([, byte, unit, point, octal, letter = '']: RegExpExecArray): string {
  // Browsers write characters beyond U+FFFF as two units.
  if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
  const code = octal === undefined ? Number.parseInt(byte ?? point ?? '', 16) : Number.parseInt(octal, 8);
  if (Number.isNaN(code)) return ANSI_LETTERS.get(letter) ?? letter;
  return code > 0x10_ff_ff ? '\uFFFD' : String.fromCodePoint(code);
}
