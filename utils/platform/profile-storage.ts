import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { storage } from 'wxt/utils/storage';
import { type Profile, ProfileSchema } from '@/utils/profiles/profile';
import { isManagedId } from '@/utils/profiles/managed-id';
import { toManagedProfiles } from '@/utils/profiles/managed-profiles';
import type { ProfileList } from '@/utils/profiles/profile-list';
import { readPolicy } from './team-policy';
import { buildEnvelope, defineVersionedItem, readVersioned, setAside, type Versioning } from './versioned-item';

/** A key for each profile, so that the popup reads only the one it shows and damage to one leaves the others. */
const PREFIX = 'profile:';
const buildKey = (id: string) => `local:${PREFIX}${id}` as const;

const VERSIONING: Versioning<Profile> = { schema: ProfileSchema, version: 1 };

export const profileOrderItem = defineVersionedItem<readonly string[]>('local:profileOrder', {
  schema: v.array(v.string()),
  version: 1,
  fallback: [],
});

/** One profile; undefined when it is gone, or was damaged: then it is set aside. */
async function readStored(id: string, stored: unknown): Promise<Profile | undefined> {
  if (stored === null || stored === undefined) return undefined;
  const reading = readVersioned(stored, VERSIONING);
  if (reading.ok && reading.value.id === id) return reading.value;
  await setAside(buildKey(id), stored, reading.ok ? 'damaged' : reading.reason);
  return undefined;
}

/** The profiles of these ids that are there, in the order of the ids; the team's too. */
export async function readProfilesById(ids: readonly string[]): Promise<Profile[]> {
  const own = ids.filter((id) => !isManagedId(id));
  const [managed, stored] = await Promise.all([
    own.length < ids.length ? readManagedProfiles() : [],
    storage.getItems(own.map(buildKey)),
  ]);
  const profiles = await Promise.all(own.map((id, index) => readStored(id, stored[index]?.value)));
  return ids.flatMap((id) => [...managed, ...profiles].find((profile) => profile?.id === id) ?? []);
}

/** All profiles: the team's, then the user's own. */
export async function readProfiles(): Promise<Profile[]> {
  return (await Promise.all([readManagedProfiles(), readOwnProfiles()])).flat();
}

async function readManagedProfiles(): Promise<Profile[]> {
  return toManagedProfiles((await readPolicy()).policy);
}

/** The user's own profiles, removed ones too, in their order; one that the order has lost comes last. */
export async function readOwnProfiles(): Promise<Profile[]> {
  const [order, stored] = await Promise.all([profileOrderItem.getValue(), browser.storage.local.get()]);
  const ids = Object.keys(stored).flatMap((key) => (key.startsWith(PREFIX) ? key.slice(PREFIX.length) : []));
  const sorted = [...new Set([...order.filter((id) => ids.includes(id)), ...ids])];
  const profiles = await Promise.all(sorted.map((id) => readStored(id, stored[PREFIX + id])));
  return profiles.filter((profile) => profile !== undefined);
}

/** Makes the stored list this one. What has not changed is not written. */
export async function writeProfiles(list: ProfileList, before: ProfileList): Promise<void> {
  const known = new Map(before.map((profile) => [profile.id, profile]));
  const changed = list.filter((profile) => known.get(profile.id) !== profile);
  await storage.setItems(
    changed.map((profile) => ({ key: buildKey(profile.id), value: buildEnvelope(profile, VERSIONING) })),
  );
  const ids = list.map(({ id }) => id);
  if (String(ids) !== String(before.map(({ id }) => id))) await profileOrderItem.setValue(ids);
  const kept = new Set(ids);
  await storage.removeItems(before.filter(({ id }) => !kept.has(id)).map(({ id }) => buildKey(id)));
}

/** Calls back whenever a profile or their order has changed; returns the way to stop that. */
export function watchProfiles(callback: () => void): () => void {
  const listener = (changes: object, area: string): void => {
    if (area === 'local' && Object.keys(changes).some((key) => key.startsWith('profile'))) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
