import { readFileSync, realpathSync, statSync } from 'node:fs';

/**
 * Whether a program is a snap, or Ubuntu's script that stands in for one. A snap has a /tmp of its own and so cannot
 * see the profile that a test makes for it.
 */
export function isSnap(path: string): boolean {
  const target = realpathSync(path);
  if (path.startsWith('/snap/') || target === '/usr/bin/snap') return true;
  const isScript = statSync(target).size < 10_000;
  return isScript && readFileSync(target, 'utf8').includes('/snap/bin/');
}
