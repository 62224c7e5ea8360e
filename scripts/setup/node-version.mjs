// @ts-check

/**
 * The oldest version that a range like `>=22.18` lets through.
 * @param {string} range `engines.node` of package.json
 * @returns {[major: number, minor: number]}
 */
export function readMinimum(range) {
  const match = /^>=\s*(\d+)(?:\.(\d+))?/.exec(range);
  if (!match) throw new Error(`engines.node in package.json must read ">=major.minor", not "${range}".`);
  return [Number(match[1]), Number(match[2] ?? 0)];
}

/**
 * @param {string} version `v22.18.0` or `22.18.0`
 * @param {string} range
 */
export function isInRange(version, range) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const [minimumMajor, minimumMinor] = readMinimum(range);
  return major > minimumMajor || (major === minimumMajor && minor >= minimumMinor);
}
