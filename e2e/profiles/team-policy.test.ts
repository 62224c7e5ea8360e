import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { findPolicyObstacle } from '../support/browser-policy.ts';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API, SIBLING } from '../support/hosts.ts';
import { OptionsPage } from '../support/options-page.ts';
import { EMPTY_TOKEN_FORM } from '../../utils/oauth2/token-form.ts';
import { buildManagedId } from '../../utils/profiles/managed-id.ts';
import { waitUntil } from '../support/wait-until.ts';

const obstacle = findPolicyObstacle();
const isFirefox = process.env['KC_BROWSER'] === 'firefox';
const example: unknown = JSON.parse(await readFile(new URL('../../docs/example-policy.json', import.meta.url), 'utf8'));

let harness: Harness | undefined;
afterEach(async () => {
  await harness?.close();
  harness = undefined;
});

function running(): Harness {
  if (!harness) throw new Error('No browser runs.');
  return harness;
}

/** What the extension is given of a policy, in a browser of its own. */
async function readManaged(policy?: object): Promise<unknown> {
  harness = await startTestHarness({ policy });
  const popup = await harness.openPopup();
  // Chromium hands it out a moment after it has learnt the extension's schema.
  let managed = {};
  await waitUntil('the policy has arrived', async () => {
    managed = await popup.readStorage('managed');
    return Object.keys(managed).length > 0;
  });
  return managed;
}

describe.skipIf(obstacle !== undefined)(`Under a policy${obstacle ? ` (not here: ${obstacle})` : ''}`, () => {
  it('the extension reads the example of the guide as it is', async () => {
    expect(await readManaged(Object(example))).toEqual(example);
  });

  it('the team’s profiles are there, marked, and can be copied but not edited', async () => {
    await readManaged(Object(example));
    const options = await OptionsPage.open(running());
    await options.waitForNames('Aster sandbox', 'Aster production', 'devsandbox');
    await options.waitForText('team');
    expect(await options.page.$('aria/Edit: Aster sandbox')).toBeNull();
    await options.press('Copy: Aster sandbox');
    await options.waitForNames('Aster sandbox', 'Aster production', 'devsandbox', 'Aster sandbox 2');
    await options.waitForText('Locks when idle for 10 minutes at the latest');
  });

  it('a login elsewhere than allowed reaches no server, and says why', async () => {
    await readManaged({ allowed_hosts: ['aster.knetikcloud.com'] });
    const popup = await running().openPopup();
    expect(await popup.failToLogIn({})).toContain('Your administrator does not allow this server.');
    expect(running().sandbox.log.filter(({ path }) => path === '/oauth/token')).toEqual([]);
  });

  it('a locked field of the team’s cannot be typed over', async () => {
    await readManaged({
      profiles: [{ name: 'Team', base_url: API, grant_type: 'client_credentials', client_id: 'knetik' }],
    });
    const popup = await running().openPopup();
    await popup.ask('requestToken', {
      profileId: buildManagedId('Team'),
      form: { ...EMPTY_TOKEN_FORM, base_url: SIBLING, client_id: 'somebody-else' },
    });
    expect(await popup.readToken()).toMatchObject({ api_origin: API, client_id: 'knetik' });
  });

  it.skipIf(isFirefox)(
    'Chromium withholds what the schema does not know, and every key with something amiss',
    async () => {
      const profile = { name: 'Aster', base_url: 'https://aster.knetikcloud.com' };
      const policy = {
        profiles: [{ ...profile, client_secret: 'gX1fBat3bV' }],
        auto_lock_minutes: 'ten',
        allowed_hosts: ['localhost', 42],
        unheard_of: true,
      };
      expect(await readManaged(policy)).toEqual({ profiles: [profile] });
    },
  );
});
