/** A part of CHANGELOG.md, in the format of Keep a Changelog. */
interface Release {
  version: string;
  /** Such as "2026-12-01"; anything else means that it is not released yet. */
  date: string;
  news: string;
}

/** The newest version that CHANGELOG.md tells of. */
export function readNewest(changelog: string): Release | undefined {
  const [, version, date, news] = /^## \[(\d[^\]]*)\] - (.+)\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(changelog) ?? [];
  return version && date ? { version, date: date.trim(), news: (news ?? '').trim() } : undefined;
}

/** The news of the version that this tag releases. Throws when tag, package and changelog do not agree. */
export function expectRelease(changelog: string, { tag, version }: { tag: string; version: string }): string {
  if (tag !== `v${version}`) throw new Error(`The tag is ${tag}, and package.json says ${version}.`);
  const newest = readNewest(changelog);
  if (newest?.version !== version) {
    throw new Error(`package.json says ${version}, and the newest version in CHANGELOG.md is ${newest?.version}.`);
  }
  if (!/^\d{4}-\d\d-\d\d$/.test(newest.date)) throw new Error(`CHANGELOG.md has no date for ${version}.`);
  if (/^## \[Unreleased\]\s+\S(?<!#)/m.test(changelog)) {
    throw new Error('CHANGELOG.md has news that belong to no version.');
  }
  return newest.news;
}
