// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { OWN_REACH, type Reach, type Switches } from '@/utils/injection/reach';
import { ALL_ON, API_ORIGIN } from '@/utils/testing/examples';
import { PROFILE } from '@/utils/testing/profile-examples';
import { buildManagedId } from '@/utils/profiles/managed-id';
import { ReachView } from './ReachView';

afterEach(cleanup);

const [PAGE, MEDIA] = ['http://localhost:3000', 'https://media.example'];
const PAGES = 'Pages whose requests carry it';
const APIS = 'APIs that get it';

/** Shows the view; what its user wants is in `wanted`. */
function renderView(reach: Partial<Reach> = {}, switches: Switches = ALL_ON) {
  const wanted: unknown[] = [];
  const want = (change: unknown): void => void wanted.push(change);
  render(
    <ReachView
      profile={{ ...PROFILE, reach: { ...OWN_REACH, ...reach } }}
      switches={switches}
      onChange={want}
      onSwitch={want}
    />,
  );
  return { wanted, user: userEvent.setup() };
}
const list = (name: string): string[] =>
  within(screen.getByRole('region', { name }))
    .getAllByRole('listitem')
    .map((item) => item.firstElementChild?.textContent ?? '');

describe('of a profile of the team', () => {
  it('is shown, and nothing of it can be changed', () => {
    const profile = { ...PROFILE, id: buildManagedId('Team'), reach: { ...OWN_REACH, pages: [PAGE] } };
    render(<ReachView profile={profile} switches={ALL_ON} onChange={() => {}} onSwitch={() => {}} />);
    expect(screen.getByText(/Set by your team/)).toBeTruthy();
    expect(screen.getByRole<HTMLFieldSetElement>('group', { name: 'Where the token goes' }).disabled).toBe(true);
    expect(list(PAGES)).toEqual([API_ORIGIN, PAGE]);
  });

  it('lets a site be switched on again all the same: that is the user’s own', async () => {
    const switched: unknown[] = [];
    const profile = { ...PROFILE, id: buildManagedId('Team') };
    const switches = { ...ALL_ON, offSites: [PAGE] };
    render(
      <ReachView profile={profile} switches={switches} onChange={() => {}} onSwitch={(to) => switched.push(to)} />,
    );
    await userEvent.setup().click(screen.getByRole('button', { name: `Switch on: page ${PAGE}` }));
    expect(switched).toEqual([{ kind: 'site', origin: PAGE, on: true }]);
  });
});

describe('where the token goes', () => {
  it("is from the login's own page to its own API, always", () => {
    renderView();
    expect([list(PAGES), list(APIS)]).toEqual([[API_ORIGIN], [API_ORIGIN]]);
    expect(screen.queryByRole('region', { name: 'Switched off' })).toBeNull();
  });

  it('is not known before the profile has an address to log in at', () => {
    const profile = { ...PROFILE, form: { ...PROFILE.form, base_url: '' } };
    render(<ReachView profile={profile} switches={ALL_ON} onChange={() => {}} onSwitch={() => {}} />);
    expect(screen.getByText('Say first which server this profile logs in to.')).toBeTruthy();
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('is also from and to what was chosen', () => {
    renderView({ pages: [PAGE], apis: [MEDIA] });
    expect([list(PAGES), list(APIS)]).toEqual([
      [API_ORIGIN, PAGE],
      [API_ORIGIN, MEDIA],
    ]);
  });

  it.each([
    ['pages', 'Another page'],
    ['apis', 'Another API that takes this token'],
  ])('takes in one of further %s', async (what, label) => {
    const { wanted, user } = renderView();
    await user.type(screen.getByLabelText(label), 'shop.example{Enter}');
    expect(wanted).toEqual([{ kind: 'add', what, origin: 'https://shop.example' }]);
  });

  it.each([
    ['pages', `Remove: page ${PAGE}`, PAGE],
    ['apis', `Remove: API ${MEDIA}`, MEDIA],
  ])('lets one of the %s go', async (what, name, origin) => {
    const { wanted, user } = renderView({ pages: [PAGE], apis: [MEDIA] });
    await user.click(screen.getByRole('button', { name }));
    expect(wanted).toEqual([{ kind: 'remove', what, origin }]);
  });

  it.each([
    ['links', 'Also opened links and typed addresses', /links of any site open with your token/],
    ['everything', 'Also everything else that these pages load', /replaces an Authorization header/],
  ] as const)('is widened to %s and narrowed again, with what that gives away beside it', async (what, label, hint) => {
    const { wanted, user } = renderView();
    const option = screen.getByRole<HTMLInputElement>('checkbox', { name: label, description: hint });
    expect(option.checked).toBe(false);
    await user.click(option);
    cleanup();
    const wider = renderView({ [what]: true });
    await wider.user.click(screen.getByRole('checkbox', { name: label, checked: true }));
    expect([wanted, wider.wanted]).toEqual([[{ kind: 'opt', what, on: true }], [{ kind: 'opt', what, on: false }]]);
  });

  it('lets a site that is switched off be switched on, whatever its login', async () => {
    const { wanted, user } = renderView({}, { ...ALL_ON, offSites: [PAGE] });
    expect(list('Switched off')).toEqual([PAGE]);
    await user.click(screen.getByRole('button', { name: `Switch on: page ${PAGE}` }));
    expect(wanted).toEqual([{ kind: 'site', origin: PAGE, on: true }]);
  });
});
