import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API } from '../support/hosts.ts';
import type { Popup } from '../support/popup.ts';
import { addProfile, markAsProduction, switchTo } from '../support/profiles.ts';

let harness: Harness;
let popup: Popup;
beforeAll(async () => {
  harness = await startTestHarness();
  popup = await harness.openPopup();
  await popup.page.setViewport({ width: 400, height: 600 });
});
afterAll(() => harness?.close());

/** Where the parts are that a user's eye and hand go back to, in whole pixels. */
const readPlaces = (): Promise<Record<string, number[]>> =>
  popup.page.evaluate(() =>
    Object.fromEntries(
      ['#app', 'nav', 'footer', '.switch', 'button.primary'].map((selector) => {
        const { top, bottom, left, right } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
        // The main button shares its line with others, which come and go at the end.
        const sides = selector === 'button.primary' ? [left] : [left, right];
        return [selector, [top, bottom, ...sides].map(Math.round)];
      }),
    ),
  );

it('The main button, the views and the switch stay where they are, whatever happens', async () => {
  const places: Record<string, Record<string, number[]>> = {};
  const note = async (state: string): Promise<void> => {
    await popup.page.waitForSelector('button.primary');
    places[state] = await readPlaces();
  };
  await note('opened');
  await popup.fill({ grant: 'password', username: '', password: '' });
  await note('another grant');
  await popup.press('Get token');
  await popup.waitForText('User name is needed');
  await note('something is missing');
  await popup.failToLogIn({ username: 'ada', password: 'wrong' });
  await note('a failure shows');
  await popup.fill({ grant: 'client_credentials', client_id: 'slow' });
  await popup.press('Get token');
  await popup.waitForText('Getting a token…');
  await note('a request is under way');
  await popup.press('Cancel');
  await popup.page.waitForSelector('button[type="submit"]');
  await popup.logIn({ client_id: 'knetik' });
  await note('the token is there');
  await popup.flipSwitch();
  await note('all is paused');
  await popup.flipSwitch();
  const page = await harness.openPage(`${API}/blank`);
  await popup.waitForTabStatus('Requests from this page carry the token');
  await popup.page.bringToFront();
  await note('the tab before carries it');
  await page.close();
  await markAsProduction(popup);
  await note('it is production');
  await addProfile(popup);
  await note('another profile is shown');
  await switchTo(popup, 1);
  await popup.waitForText('Log out');
  await note('the first is shown again');
  await popup.logOut();
  await note('logged out');

  const { opened, ...others } = places;
  expect(opened?.['button.primary']?.[1]).toBeGreaterThan(0);
  expect(others).toEqual(Object.fromEntries(Object.keys(others).map((state) => [state, opened])));
});
