// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NO_PAGE, type Route } from '@/utils/injection/injection';
import { OWN_REACH } from '@/utils/injection/reach';
import { buildProfile, type Profile } from '@/utils/profiles/profile';
import { buildChoiceKey, type Choices } from '@/utils/profiles/routes';
import { API_ORIGIN, ISSUED_TOKEN } from '@/utils/testing/examples';
import { buildSituation, PROFILE } from '@/utils/testing/profile-examples';
import { ContestNotice } from './ContestNotice';
import { installBackground } from './testing/open-popup';

const OWN_ROUTE: Route = { page: API_ORIGIN, api: API_ORIGIN };
const PAGE = 'http://localhost:3000';
const rival = buildProfile('rival', { name: 'Server client', form: PROFILE.form });
const third = buildProfile('third', { name: 'Elsewhere', form: { ...PROFILE.form, base_url: 'https://api.example' } });
const choose = (profile: Profile): Choices => ({ [buildChoiceKey(OWN_ROUTE)]: profile.id });

let background: ReturnType<typeof installBackground>;
beforeEach(() => {
  fakeBrowser.reset();
  background = installBackground();
});
afterEach(cleanup);

/** Shows the notice in this profile's view, while these are logged in. */
function renderNotice(shown: Profile, loggedIn: Profile[] = [PROFILE, rival], choices: Choices = {}) {
  const states = Object.fromEntries(
    loggedIn.map((profile) => {
      const token = { ...ISSUED_TOKEN, api_origin: profile.form.base_url };
      return [profile.id, { kind: 'issued', token } as const];
    }),
  );
  const situation = buildSituation({ profiles: loggedIn, states, choices });
  render(<ContestNotice profile={shown} situation={situation} watch={async (asking) => void (await asking)} />);
}
const getText = () => screen.getByRole('status').textContent;
const getOffered = () => screen.queryAllByRole('button').map(({ textContent }) => textContent);

describe('profiles that fit the same page', () => {
  it.each<[string, Profile[]]>([
    ['none is logged in', []],
    ['only one is logged in', [PROFILE]],
    ['each has a server of its own', [PROFILE, third]],
  ])('are nothing to tell of when %s', (_case, loggedIn) => {
    renderNotice(PROFILE, loggedIn);
    expect(screen.queryByRole('region')).toBeNull();
  });

  it.each<[string, Profile, Choices, string, string[]]>([
    [
      'nobody has chosen and another is in force',
      rival,
      {},
      'Sandbox is in force for devsandbox.knetikcloud.com, not this profile. Nobody has chosen yet: the first in your list counts.',
      ['Use Server client', 'Use Sandbox'],
    ],
    [
      'nobody has chosen and this one is in force',
      PROFILE,
      {},
      'This profile is in force for devsandbox.knetikcloud.com; Server client would fit, too. Nobody has chosen yet: the first in your list counts.',
      ['Use Sandbox', 'Use Server client'],
    ],
    [
      'another was chosen',
      PROFILE,
      choose(rival),
      'Server client is in force for devsandbox.knetikcloud.com, not this profile.',
      ['Use Sandbox'],
    ],
    [
      'this one was chosen',
      rival,
      choose(rival),
      'This profile is in force for devsandbox.knetikcloud.com; Sandbox would fit, too.',
      ['Use Sandbox'],
    ],
    [
      'it is between two others',
      third,
      {},
      'Sandbox is in force for devsandbox.knetikcloud.com; Server client would fit, too. Nobody has chosen yet: the first in your list counts.',
      ['Use Sandbox', 'Use Server client'],
    ],
  ])('are told of, with what can be chosen, when %s', (_case, shown, choices, text, offered) => {
    renderNotice(shown, [PROFILE, rival], choices);
    expect([getText(), getOffered()]).toEqual([text, offered]);
  });

  it('are not told of in a third profile’s view once it is settled', () => {
    renderNotice(third, [PROFILE, rival, third], choose(rival));
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('are settled by a click, for every page and API that is contested and fits', async () => {
    const reach = { ...OWN_REACH, pages: [PAGE], links: true };
    const [wide, wideRival] = [PROFILE, rival].map((profile) => ({ ...profile, reach }));
    if (!wide || !wideRival) throw new Error('unreachable');
    renderNotice(wideRival, [wide, wideRival]);
    expect(getText()).toContain('Sandbox is in force for opened links to devsandbox.knetikcloud.com and 2 more');
    await userEvent.click(screen.getByRole('button', { name: 'Use Server client' }));
    const routes = [NO_PAGE, API_ORIGIN, PAGE].map((page) => ({ page, api: API_ORIGIN }));
    expect(background.asked).toEqual([['chooseProfile', { profileId: rival.id, routes }]]);
  });

  it('are settled for another one with what that one fits, and no more', async () => {
    const wide = { ...PROFILE, reach: { ...OWN_REACH, pages: [PAGE] } };
    const wideThird = { ...third, reach: { ...OWN_REACH, pages: [PAGE], apis: [API_ORIGIN] } };
    renderNotice(wide, [wide, rival, wideThird]);
    await userEvent.click(screen.getByRole('button', { name: 'Use Elsewhere' }));
    const routes = [{ page: PAGE, api: API_ORIGIN }];
    expect(background.asked).toEqual([['chooseProfile', { profileId: third.id, routes }]]);
  });
});
