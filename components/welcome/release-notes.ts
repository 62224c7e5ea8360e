import type { TextKey } from '@/utils/platform/texts';

/** What a version brought, for its users. */
export interface ReleaseNotes {
  version: string;
  points: readonly TextKey[];
}

/** The newest first. The versions are those of CHANGELOG.md. */
export const RELEASE_NOTES: readonly ReleaseNotes[] = [
  {
    version: '0.1.0',
    points: [
      'release.v010Token',
      'release.v010Profiles',
      'release.v010Vault',
      'release.v010Import',
      'release.v010Activity',
      'release.v010Welcome',
    ],
  },
];

/** The version without its last part: "0.2" of "0.2.1". News come with these. */
export const getSeries = (version: string): string => version.split('.').slice(0, 2).join('.');

/** True when there is something new in this version for those who know that one. */
export function isNewSince(version: string, seen: string): boolean {
  const [[major = 0, minor = 0], [seenMajor = 0, seenMinor = 0]] = [readNumbers(version), readNumbers(seen)];
  return major === seenMajor ? minor > seenMinor : major > seenMajor;
}

const readNumbers = (version: string): number[] => version.split('.').map(Number);
