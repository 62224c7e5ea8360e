import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { writeProfiles } from '@/utils/platform/profile-storage';
import { ACCESS_TOKEN, API_ORIGIN, PASSWORD_FORM, TOKEN_BODY } from '@/utils/testing/examples';
import { installNetworkErrors } from '@/utils/testing/fake-apis';
import { PROFILE } from '@/utils/testing/profile-examples';
import { askAsPopup as ask, installBackgroundApis, startBackground } from '@/utils/testing/running-background';

const USER = { client_id: 'knetik', username: 'ada-of-the-api', roles: ['ROLE_USER'] };

beforeEach(async () => {
  fakeBrowser.reset();
  await writeProfiles([PROFILE], []);
  installBackgroundApis(API_ORIGIN);
  installNetworkErrors();
  vi.stubGlobal('fetch', async (url: string) => {
    const body = url.endsWith('/oauth/token') ? TOKEN_BODY : USER;
    return new Response(JSON.stringify(body));
  });
  await startBackground();
});

it('asks the API who the profile’s token stands for, and stores nothing of the answer', async () => {
  await ask('requestToken', { profileId: PROFILE.id, form: PASSWORD_FORM });
  const answer = JSON.stringify(await ask('whoAmI', PROFILE.id));
  expect(answer).toContain('"me":{"ok":true,"value":{"client_id":"knetik","roles":["ROLE_USER"]}}');
  expect(answer).toContain(USER.username);
  expect(answer).not.toContain(ACCESS_TOKEN);
  const { local, session } = fakeBrowser.storage;
  expect(JSON.stringify([await local.get(), await session.get()])).not.toContain(USER.username);
});

it('asks nobody for a profile without a token', async () => {
  expect(await ask('whoAmI', PROFILE.id)).toEqual({ res: null });
});
