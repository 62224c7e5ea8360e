import { expect, it } from 'vitest';
import { listApisByPage } from '@/utils/injection/arming';
import { OWN_REACH, type Reach } from '@/utils/injection/reach';
import { fitIntoRules } from '@/utils/injection/rule-limit';
import { buildSessionRules } from '@/utils/injection/session-rules';
import { ACCESS_TOKEN, ALL_ON, API_ORIGIN, ISSUED_TOKEN, RECEIVED_AT_MS } from '../testing/examples';
import { buildSituation, PROFILE } from '../testing/profile-examples';
import { getRuledHeader } from '../testing/rule-engine';
import type { Profile } from './profile';
import { getInForce } from './situation';

const [PAGE, BELOW, PORT] = ['https://app.example', 'https://x.app.example', 'https://app.example:8443'];
const withReach = (id: string, part: Partial<Reach>): Profile => ({
  ...PROFILE,
  id,
  reach: { ...OWN_REACH, everything: true, ...part },
});

/** What an image of the page carries in Chromium, where rules without a mark know no exact origin. */
function getHeaderOfImage(page: string, profiles: Profile[], offSites: string[]): string | undefined {
  const states = Object.fromEntries(
    profiles.map(({ id }) => [id, { kind: 'issued', token: { ...ISSUED_TOKEN, access_token: id } } as const]),
  );
  const inForce = getInForce(buildSituation({ profiles, states, switches: { ...ALL_ON, offSites } }), RECEIVED_AT_MS);
  const fitting = fitIntoRules(inForce);
  const marks = Object.fromEntries([...listApisByPage(fitting.injections).keys()].map((each) => [each, 'mark']));
  const request = { url: `${API_ORIGIN}/image`, method: 'GET', type: 'image', initiator: page };
  return getRuledHeader(buildSessionRules(fitting, marks), request);
}

it('a page that is switched off does not get the token of the host above it instead of its own', () => {
  const profiles = [withReach('above', { pages: [PAGE] }), withReach('below', { pages: [BELOW] })];
  expect(getHeaderOfImage(BELOW, profiles, [])).toBe('Bearer below');
  expect(getHeaderOfImage(BELOW, profiles, [BELOW])).toBeUndefined();
  expect(getHeaderOfImage(PAGE, profiles, [BELOW])).toBe('Bearer above');
});

it('a page that is switched off gets nothing by the rule for another port of its host', () => {
  const profiles = [withReach(ACCESS_TOKEN, { pages: [PAGE, PORT] })];
  expect(getHeaderOfImage(PORT, profiles, [])).toBe(`Bearer ${ACCESS_TOKEN}`);
  expect(getHeaderOfImage(PORT, profiles, [PORT])).toBeUndefined();
});
