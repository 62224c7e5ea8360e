import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateInFirefox } from '../support/firefox-window.ts';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API } from '../support/hosts.ts';
import { openOwnPage } from '../support/open-own-page.ts';
import { Popup } from '../support/popup.ts';
import { watchToolbarIcon } from '../support/toolbar-icon.ts';
import { waitUntil } from '../support/wait-until.ts';

const ADA = { grant: 'password', client_id: 'knetik', username: 'ada', password: 'demo' } as const;
const SIDEBAR = 'credential-helper_knetikcloud_example-sidebar-action';

/** In the extension's own pages, in both browsers. */
declare const browser: {
  action: { getTitle(tab: object): Promise<string> };
  commands: { getAll(): Promise<{ name: string; shortcut: string }[]> };
  contextMenus: { update(id: string, change: object): Promise<void> };
};

let harness: Harness;
let popup: Popup;
beforeAll(async () => {
  harness = await startTestHarness();
  popup = await harness.openPopup();
});
afterAll(() => harness?.close());

describe('The toolbar button', () => {
  it('shows another picture, word and sentence when somebody logs in, pauses, goes on and logs out', async () => {
    const readIcon = await watchToolbarIcon(harness);
    const icons: string[] = [];
    const look = async (badge: string, title: string): Promise<void> => {
      const read = () => popup.page.evaluate(() => browser.action.getTitle({}));
      await waitUntil(`the button says “${title}”`, async () => (await read()) === `KnetikCloud: ${title}`);
      expect(await popup.readBadge()).toBe(badge);
      // Drawn last: the picture takes longer than the words.
      await waitUntil('there is another picture', async () => (await readIcon()) !== icons.at(-1));
      icons.push(await readIcon());
    };
    await popup.logIn(ADA);
    await look('on', 'Pages of the API send the token');
    await popup.flipSwitch();
    await look('II', 'Paused: no page sends the token');
    await popup.flipSwitch();
    await look('on', 'Pages of the API send the token');
    await popup.logOut();
    await look('', 'Logged out');
    expect(icons[2]).toBe(icons[0]);
    expect(new Set(icons).size).toBe(3);
  });
});

describe('The browser', () => {
  it('has the keys, each its own', async () => {
    const commands = await popup.page.evaluate(() => browser.commands.getAll());
    const keys = commands.map(({ name, shortcut }) => `${name}: ${shortcut}`).toSorted();
    expect(keys).toEqual([
      '_execute_action: Alt+Shift+K',
      'get-token: Alt+Shift+G',
      'lock-vault: Alt+Shift+L',
      'toggle-pause: Alt+Shift+S',
    ]);
  });

  it('has the context menu', async () => {
    // There is no question for a menu's items, but one that is not there cannot be changed.
    const isThere = (id: string) =>
      popup.page.evaluate(
        (name) =>
          browser.contextMenus.update(name, {}).then(
            () => true,
            () => false,
          ),
        id,
      );
    const ids = ['use-site', 'explain-page', 'copy-token', 'toggle-pause', 'open-side-panel', 'something-else'];
    expect(await Promise.all(ids.map(isThere))).toEqual([true, true, true, true, true, false]);
  });
});

describe('The side panel', () => {
  it('does what the popup does, as wide and high as it is', async () => {
    const page = await openOwnPage(harness, 'sidepanel.html', 'main > *');
    const panel = await Popup.atToolbar(page);
    await panel.logIn(ADA);
    expect(await panel.text()).toContain('ada');
    const [app, frame] = await page.evaluate(() => {
      const { width, height } = document.getElementById('app')?.getBoundingClientRect() ?? new DOMRect();
      return [
        { width, height },
        { width: document.documentElement.clientWidth, height: innerHeight },
      ];
    });
    expect(app?.width).toBe(frame?.width);
    expect(app?.height).toBeGreaterThanOrEqual(frame?.height ?? Infinity);
    expect(await page.$('button[aria-label^="Open in the side"]')).toBeNull();
    await panel.logOut();
    await page.close();
  });

  it('opens beside the page by the popup’s button, and not before', async () => {
    const { browser: driven, browserName } = harness;
    const label = browserName === 'firefox' ? 'Open in the sidebar' : 'Open in the side panel';
    const isOpen = async (): Promise<boolean> =>
      browserName === 'firefox'
        ? (await evaluateInFirefox(driven, 'SidebarController.isOpen && SidebarController.currentID')) === SIDEBAR
        : driven.targets().some((target) => target.url() === `${harness.extensionUrl}sidepanel.html`);
    expect(await isOpen()).toBe(false);
    await popup.page.bringToFront();
    await popup.page.locator(`aria/${label}[role="button"]`).click();
    await waitUntil('the panel is open', isOpen);
  });

  it('follows the tab in front', async () => {
    // A driver sees what is in Chromium's panel only.
    if (harness.browserName === 'firefox') return;
    const [extension] = (await harness.browser.extensions()).values();
    const opened = (await extension?.pages())?.find((page) => page.url().endsWith('sidepanel.html'));
    if (!opened) throw new Error('The panel is not open.');
    const panel = await Popup.atToolbar(opened);
    expect(await panel.text()).toContain('Not a KnetikCloud page');
    const page = await harness.openPage(`${API}/blank`);
    await page.bringToFront();
    await panel.waitForTabStatus('Get a token, and requests from this page carry it');
  });
});
