import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';

const Messages = v.record(v.string(), v.object({ message: v.string() }));
type Messages = v.InferOutput<typeof Messages>;

/** These say what the texts are in; they are no texts. */
const SETTINGS: ReadonlySet<string> = new Set(['language', 'direction']);

/**
 * Copies a build of the extension, with texts of no language: of each the longest there is, in ⟦brackets⟧. What is not in
 * brackets then is not in the list of texts, and what fits then fits in every language. Resolves with the copy's path.
 */
export async function withLongestTexts(extensionPath: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'kc-texts-'));
  await cp(extensionPath, copy, { recursive: true });
  const folder = join(copy, '_locales');
  const languages = await readdir(folder);
  const read = async (language: string): Promise<Messages> =>
    v.parse(Messages, JSON.parse(await readFile(join(folder, language, 'messages.json'), 'utf8')));
  const all = await Promise.all(languages.map(read));
  const english = await read('en');
  const longest = Object.entries(english).map(([key, { message }]) => {
    const candidates = all.map((messages) => messages[key]?.message ?? '');
    const text = candidates.toSorted((a, b) => measure(b) - measure(a))[0] ?? message;
    return [key, { message: SETTINGS.has(key) ? message : `⟦${text}⟧` }];
  });
  await writeFile(join(folder, 'en/messages.json'), JSON.stringify(Object.fromEntries(longest)));
  return copy;
}

/** About how wide a text is: letters of East Asia are as wide as two others. */
function measure(text: string): number {
  return Array.from(text).reduce((width, letter) => width + (/[\u3000-\u9FFF\uFF00-\uFFEF]/.test(letter) ? 2 : 1), 0);
}
