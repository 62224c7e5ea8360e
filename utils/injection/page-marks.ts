/**
 * The marks for these pages, by origin: what a page has it keeps, also when another profile's token goes out for it now,
 * for that is decided by the rules and no mark stands for a token. A page that has none gets a new one; and one that is
 * none any more loses its own, so that whoever it told the mark has nothing of it when it is chosen again. But while
 * nothing at all is in force, as in a pause, all is kept for the documents that are open.
 */
export function updateMarks(
  marks: Readonly<Record<string, string>>,
  pages: readonly string[],
  buildNewMark: () => string,
): Readonly<Record<string, string>> {
  if (pages.length === 0) return marks;
  return Object.fromEntries(pages.map((page) => [page, marks[page] ?? buildNewMark()]));
}
