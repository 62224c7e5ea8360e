import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OWN_REACH } from '@/utils/injection/reach';
import { EMPTY_TOKEN_FORM, withoutSecrets } from '@/utils/oauth2/token-form';
import { buildProfile } from '@/utils/profiles/profile';
import { API_ORIGIN, PASSWORD_FORM } from '../testing/examples';
import { forgetFirstProfiles, readFirstProfiles } from './first-profiles';
import { setAsideItem } from './versioned-item';

/** As version 0.1.0 has stored them. */
const REMEMBERED = withoutSecrets(PASSWORD_FORM);
const REACHES = {
  [API_ORIGIN]: { pages: ['http://localhost:3000'], apis: [], links: true, everything: false },
  'https://acme.knetikcloud.com': OWN_REACH,
};
const read = () => {
  let last = 0;
  return readFirstProfiles(() => `profile-${(last += 1)}`);
};
const readKeys = async (): Promise<string[]> => Object.keys(await fakeBrowser.storage.local.get());

beforeEach(() => {
  fakeBrowser.reset();
});

it('what version 0.1.0 has stored becomes profiles: the last login with its reach, and the other reaches', async () => {
  await fakeBrowser.storage.local.set({ rememberedForm: REMEMBERED, reaches: REACHES });
  expect(await read()).toEqual([
    buildProfile('profile-1', { name: 'devsandbox', form: REMEMBERED, reach: REACHES[API_ORIGIN] ?? OWN_REACH }),
    buildProfile('profile-2', {
      name: 'acme production',
      form: { ...EMPTY_TOKEN_FORM, base_url: 'https://acme.knetikcloud.com' },
    }),
  ]);
});

it('what was stored stays until the profiles are, then nothing of it is left', async () => {
  await fakeBrowser.storage.local.set({ rememberedForm: REMEMBERED, reaches: REACHES, paused: true });
  await read();
  expect(await readKeys()).toEqual(['rememberedForm', 'reaches', 'paused']);
  await forgetFirstProfiles();
  expect(await readKeys()).toEqual(['paused']);
});

it('what of it is damaged is set aside, and the rest goes on', async () => {
  const reaches = { ...REACHES, 'https://api.example': 7 };
  await fakeBrowser.storage.local.set({ rememberedForm: 'damaged', reaches });
  const profiles = await read();
  expect(profiles.map(({ name, reach }) => [name, reach.links])).toEqual([
    ['devsandbox', true],
    ['acme production', false],
  ]);
  expect(await setAsideItem.getValue()).toMatchObject({
    'local:rememberedForm': { text: '"damaged"', reason: 'damaged' },
    'local:reaches': { text: JSON.stringify(reaches), reason: 'damaged' },
  });
});

it('where nothing was stored there is one profile, and nothing to report', async () => {
  expect(await read()).toHaveLength(1);
  expect(await readKeys()).toEqual([]);
});
