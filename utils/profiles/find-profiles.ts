import type { Profile } from './profile';

/** The profiles that have each word of the query in name, address, user or client; those that begin with it first. */
export function findProfiles(profiles: readonly Profile[], query: string): Profile[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...profiles];
  const found = profiles.filter(({ name, form }) => {
    const text = fold([name, form.base_url, form.username, form.client_id].join(' '));
    return words.every((word) => text.includes(word));
  });
  const begins = ({ name }: Profile): boolean => fold(name).startsWith(words[0] ?? '');
  return [...found.filter(begins), ...found.filter((profile) => !begins(profile))];
}

/** For comparing: without capitals and accents. */
function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
