import { EMPTY_TOKEN_FORM } from '@/utils/oauth2/token-form';
import { askBackground } from '@/utils/platform/popup-messages';
import { readProfiles } from '@/utils/platform/profile-storage';
import { currentProfileItem } from '@/utils/platform/storage';
import { t } from '@/utils/platform/texts';
import { readEnvironment } from '@/utils/profiles/environments';
import { buildProfile, type Profile } from '@/utils/profiles/profile';
import { buildName, findFreeName } from '@/utils/profiles/profile-list';

/** Adds a profile behind this one, for the server at this address if one is given, and shows it. */
export async function addProfile({ id: after }: Profile, baseUrl?: string): Promise<void> {
  const before = await readProfiles();
  const isProduction = baseUrl !== undefined && readEnvironment(baseUrl)?.environment === 'production';
  const { id: _none, ...profile } = buildProfile('new', {
    name: findFreeName(before, baseUrl === undefined ? t('popup.newProfile') : buildName(baseUrl)),
    isProduction,
    colour: isProduction ? 'red' : 'blue',
    form: { ...EMPTY_TOKEN_FORM, ...(baseUrl !== undefined && { base_url: baseUrl }) },
  });
  await askBackground('changeProfiles', { kind: 'add', profile, after });
  const known = new Set(before.map(({ id }) => id));
  const added = (await readProfiles()).find(({ id }) => !known.has(id));
  if (added) await currentProfileItem.setValue(added.id);
}
