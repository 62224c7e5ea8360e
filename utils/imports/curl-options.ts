/** An option of curl by its long name; `url` for what stands alone. */
export interface CurlOption {
  name: string;
  value: string;
}

/** Short options with a value; of those that matter here the long name. */
const SHORT_WITH_VALUE = new Set('AbcCdDeEFHKmoPQrtTuUwxXyYz');
const LONG_NAMES = new Map(Object.entries({ d: 'data', F: 'form', H: 'header', u: 'user' }));

/** The long options without a value that people use; each other one takes the word that follows. */
const LONG_FLAGS = new Set([
  'anyauth',
  'basic',
  'compressed',
  'digest',
  'fail',
  'fail-with-body',
  'get',
  'globoff',
  'head',
  'http1.0',
  'http1.1',
  'http2',
  'http2-prior-knowledge',
  'http3',
  'include',
  'insecure',
  'ipv4',
  'ipv6',
  'location',
  'location-trusted',
  'next',
  'no-buffer',
  'no-progress-meter',
  'parallel',
  'path-as-is',
  'progress-bar',
  'remote-name',
  'show-error',
  'silent',
  'ssl-no-revoke',
  'tlsv1.2',
  'tlsv1.3',
  'trace-time',
  'verbose',
]);

/** The options of a command line of curl, without the word "curl" itself. */
export function readCurlOptions(words: readonly string[]): CurlOption[] {
  const options: CurlOption[] = [];
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    at += 1;
    if (word.startsWith('--') && word.length > 2) {
      const name = word.slice(2);
      if (LONG_FLAGS.has(name) || name.startsWith('no-')) continue;
      options.push({ name, value: next ?? '' });
      at += 1;
    } else if (word.startsWith('-') && word.length > 1) {
      const short = readShort(word);
      if (!short) continue;
      const isInWord = short.value !== '';
      options.push({ name: short.name, value: isInWord ? short.value : (next ?? '') });
      if (!isInWord) at += 1;
    } else options.push({ name: 'url', value: word });
  }
  return options;
}

/** In `-sSd a=1` and `-XPOST` the first letter that takes a value ends the letters. */
function readShort(word: string): CurlOption | undefined {
  for (let at = 1; at < word.length; at += 1) {
    const letter = word.charAt(at);
    if (SHORT_WITH_VALUE.has(letter)) return { name: LONG_NAMES.get(letter) ?? letter, value: word.slice(at + 1) };
  }
  return undefined;
}
