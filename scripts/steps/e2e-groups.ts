import { readdirSync } from 'node:fs';

/** The folders in `folder` that hold tests, at any depth: what `npm run e2e -- <group>` can be given. */
export function listGroups(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const tests = files.map((path) => path.split(/[\\/]/)).filter((parts) => parts.at(-1)?.endsWith('.test.ts'));
  const groups = tests.flatMap(([group, ...rest]) => (group && rest.length > 0 ? [group] : []));
  return [...new Set(groups)].toSorted();
}
