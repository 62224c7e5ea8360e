/**
 * The commands of a text, each as its words, as the Windows command prompt would split it: first cmd takes the carets
 * away, then each program makes words of the line by the rules of Microsoft's C runtime.
 */
export function splitCmd(text: string): string[][] {
  return readCmdLines(text)
    .map(splitWords)
    .filter((words) => words.length > 0);
}

/** Outside of quotes a caret takes the meaning of the next character away, also of a quote and a line break. */
function readCmdLines(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    const next = text.charAt(at + 1);
    if (char === '^' && !isQuoted) {
      at += 1;
      if (next !== '\n') line += next;
      // Chrome writes a line break of the body as a caret and two line breaks.
      else if (text.charAt(at + 1) === '\n') {
        line += '\n';
        at += 1;
      }
    } else if (char === '\n' || (!isQuoted && /[&|<>]/.test(char))) {
      lines.push(line);
      line = '';
      isQuoted = false;
    } else {
      if (char === '"') isQuoted = !isQuoted;
      line += char;
    }
  }
  return [...lines, line];
}

/** Backslashes count only before a quote: two of them are one, and an odd one makes the quote a character. */
function splitWords(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let isQuoted = false;
  let at = 0;
  while (at < line.length) {
    const char = line.charAt(at);
    if (char === '\\') {
      const start = at;
      while (line.charAt(at) === '\\') at += 1;
      const isBeforeQuote = line.charAt(at) === '"';
      const count = at - start;
      word = (word ?? '') + '\\'.repeat(isBeforeQuote ? Math.floor(count / 2) : count);
      if (isBeforeQuote && count % 2 === 1) {
        word += '"';
        at += 1;
      }
    } else if (char === '"') {
      word ??= '';
      if (isQuoted && line.charAt(at + 1) === '"') {
        word += '"';
        at += 1;
      } else isQuoted = !isQuoted;
      at += 1;
    } else if (!isQuoted && /\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      at += 1;
    } else {
      word = (word ?? '') + char;
      at += 1;
    }
  }
  return word === undefined ? words : [...words, word];
}
