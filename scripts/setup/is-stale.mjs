// @ts-check
import { statSync } from 'node:fs';

/**
 * Whether `made` is missing or older than one of the files it is made from; sources that do not exist do not count.
 * @param {string} made
 * @param {readonly string[]} sources
 */
export function isStale(made, sources) {
  const madeAtMs = changedAtMs(made);
  if (madeAtMs === undefined) return true;
  return sources.some((source) => (changedAtMs(source) ?? 0) > madeAtMs);
}

/** @param {string} path */
function changedAtMs(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
