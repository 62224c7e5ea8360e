const PREFIX = 'team-';

/** True for a profile of the team's. The user's own have random ids, which never begin like that. */
export function isManagedId(id: string): boolean {
  return id.startsWith(PREFIX);
}

/**
 * The id of the team's profile with this name: always the same, so that what is stored for it is found again, whatever
 * else changes in the policy. Names can be longer than ids, hence a hash; that two names of one policy share one, once
 * in 2^64, is for its reader to find out.
 */
export function buildManagedId(name: string): string {
  // FNV-1a, 64 bits. There is nothing to be protected from an administrator.
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(name)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return PREFIX + hash.toString(16).padStart(16, '0');
}
