import { callFrom } from '../support/page-calls.ts';
import { API } from '../support/hosts.ts';
import type { Scene } from './stage.ts';

export const ADA = { grant: 'password', username: 'ada', password: 'demo' } as const;

const loggingIn: Scene = {
  title: 'Logging in',
  async play(stage) {
    const { popup } = stage;
    const id = await stage.addProfile('Login');
    await popup.page.waitForSelector('form');
    await stage.show('popup-form', 'The form, as it is at first');
    await popup.fill({ ...ADA });
    await stage.show('popup-form-filled', 'The form, filled in');
    await stage.open('.preview');
    await stage.show('popup-preview', 'The request is shown before it is sent');
    await popup.fill({ password: '' });
    await stage.press('button[type="submit"]');
    await popup.page.waitForSelector('[aria-invalid="true"]');
    await stage.show('popup-form-missing', 'A field is missing');
    await stage.logIn(id, { ...ADA, password: 'wrong' });
    await popup.page.waitForSelector('[role="alert"]');
    await stage.show('popup-refused', 'The password is wrong');
    await stage.logIn(id, { ...ADA, client_id: 'leaks', client_secret: 'x', username: 'somebody@'.repeat(6) });
    await popup.page.waitForSelector('[role="alert"]');
    await stage.show('popup-refused-long', 'Refused with many words of the server’s');
    await stage.leave(id);
  },
};

const loggedIn: Scene = {
  title: 'Logged in',
  async play(stage) {
    const { popup, harness } = stage;
    const id = await stage.addProfile('Dev sandbox', { login: ADA });
    const page = await harness.openPage(`${API}/blank`);
    await stage.logIn(id, ADA);
    await popup.page.bringToFront();
    await popup.page.waitForSelector('.card');
    await stage.show('popup-token', 'The token');
    await stage.press('.copy-buttons button:last-child');
    await popup.page.waitForSelector('.copy-formats');
    await stage.show('popup-copy', 'The formats to copy the token in');
    await stage.press('.copy-buttons button:last-child');
    await stage.press('.who-am-i button');
    await popup.page.waitForSelector('.who-am-i dl');
    await stage.open('.inspector');
    await stage.show('popup-inspector', 'What is known of an opaque token, and whose it is');
    await stage.openView(2);
    await stage.show('popup-reach', 'Where it goes');
    await popup.ask('changeReach', {
      profileId: id,
      change: { kind: 'add', what: 'pages', origin: 'https://a-rather-long-name.of.a.page.game.example' },
    });
    await popup.ask('changeReach', { profileId: id, change: { kind: 'opt', what: 'everything', on: true } });
    await stage.show('popup-reach-more', 'Where it goes, with a page of the user’s and an opt-in');
    await stage.openView(3);
    await stage.show('popup-activity-empty', 'Activity, before anything was sent');
    await callFrom(page, { via: 'fetch', url: '/me' });
    await callFrom(page, {
      via: 'XMLHttpRequest',
      url: '/users/12345678901234567890/inventory?size=2&page=1',
      method: 'POST',
    });
    await callFrom(page, { via: 'fetch', url: '/oauth/token', method: 'POST' });
    await popup.page.bringToFront();
    await popup.page.waitForSelector('.activity li:nth-of-type(3)');
    await stage.show('popup-activity', 'Activity');
    await stage.press('.activity li:nth-of-type(2) .entry');
    await popup.page.waitForSelector('.conditions');
    await stage.show('popup-explain', 'Each condition for a request');
    await stage.press('.explain-head button');
    await stage.openView(1);
    await popup.ask('changeSwitches', { kind: 'all', on: false });
    await stage.show('popup-paused', 'Paused');
    await popup.ask('changeSwitches', { kind: 'all', on: true });
    await popup.ask('logOut', id);
    await popup.page.waitForSelector('form');
    await stage.show('popup-logged-out', 'Logged out');
    await page.close();
    await stage.leave(id);
  },
};

const oddTokens: Scene = {
  title: 'Odd tokens and names',
  async play(stage) {
    const long = 'A profile whose name is about as long as a name is allowed to be, and then some';
    const id = await stage.addProfile(long, { colour: 'purple', login: ADA });
    await stage.logIn(id, { ...ADA, client_id: 'no-expiry' });
    await stage.popup.page.waitForSelector('.card');
    await stage.show('popup-no-expiry', 'A long name, and a token without expiry and scope');
    await stage.logIn(id, { ...ADA, client_id: 'clock-ahead' });
    await stage.popup.page.waitForSelector('.card');
    await stage.show('popup-clock', 'The server’s clock is another');
    await stage.logIn(id, { ...ADA, client_id: 'issues-jwts' });
    await stage.open('.inspector');
    await stage.show('popup-jwt', 'The claims of a JWT');
    await stage.leave(id);
  },
};

export const POPUP_SCENES: readonly Scene[] = [loggingIn, loggedIn, oddTokens];
