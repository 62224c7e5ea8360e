import type { Page } from 'puppeteer-core';
import type { TokenForm } from '../../utils/oauth2/token-form';
import { buildHostPattern } from '../../utils/injection/host-pattern.ts';
import { ExtensionPage } from './extension-page.ts';
import type { LaunchedBrowser } from './launched-browser.ts';
import { openOwnPage } from './open-own-page.ts';
import { noteSecretFields } from './used-secrets.ts';
import { waitUntil } from './wait-until.ts';

/** In the extension's own pages, in both browsers. */
declare const browser: {
  storage: Record<
    string,
    {
      get(): Promise<Record<string, unknown>>;
      onChanged: { addListener(listener: (changes: object) => void): void };
    }
  >;
  action: { getBadgeText(tab: object): Promise<string> };
  permissions: { request(hosts: object): Promise<boolean>; contains(hosts: object): Promise<boolean> };
  notifications: { onClosed: { addListener(listener: () => void): void } };
};

/** The popup. Speaks of what a user does and sees. */
export class Popup extends ExtensionPage {
  /** True for the popup at the toolbar; false for one that is open in a tab of its own. */
  readonly isAtToolbar: boolean;

  private constructor(page: Page, isAtToolbar: boolean) {
    super(page);
    this.isAtToolbar = isAtToolbar;
  }

  /** Opens the popup in a tab of its own, where it stays while other tabs are used. */
  static async openInTab(launched: LaunchedBrowser): Promise<Popup> {
    return new Popup(await openOwnPage(launched, 'popup.html', 'main > *'), false);
  }

  /** Takes over the popup that a click on the toolbar button has opened. */
  static async atToolbar(page: Page): Promise<Popup> {
    await page.waitForSelector('main > *');
    return new Popup(page, true);
  }

  async #comeToFront(): Promise<void> {
    if (!this.isAtToolbar) await this.page.bringToFront();
  }

  /** Types over the fields named; the others stay as they are. */
  async fill({ grant, ...fields }: Partial<TokenForm>): Promise<void> {
    noteSecretFields(fields);
    await this.#comeToFront();
    await this.page.waitForSelector('#grant');
    if (grant !== undefined) await this.page.select('#grant', grant);
    for (const [name, value] of Object.entries(fields)) {
      const input = await this.page.waitForSelector(`input[name="${name}"]`);
      // Else the buttons at the end, which stay in place, may be over it.
      await input?.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await input?.evaluate((each) => each.scrollIntoView({ block: 'nearest' }));
      await input?.click({ count: 3 });
      await input?.press('Backspace');
      await input?.type(value);
    }
  }

  /** Pages that are open hear of a change a moment after it is stored and in force, and nothing shows when they have. */
  async reachOpenPages(): Promise<void> {
    await waitUntil('the change is in force', async () => {
      const { requestJournals = {} } = await this.readStorage('session');
      return Object.keys(requestJournals as object).length === 0;
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
  }

  async press(button: string): Promise<void> {
    await this.#comeToFront();
    await this.clickInSight(`button ::-p-text(${button}), button::-p-text(${button})`);
  }

  /** Clicks where a user would have scrolled to: what stays at the end of the popup may lie above it. */
  async clickInSight(selector: string): Promise<void> {
    const element = await this.page.waitForSelector(selector);
    await element?.evaluate((each) => each.scrollIntoView({ block: 'nearest' }));
    await element?.asLocator().click();
  }

  /** Fills in the form and gets a token; resolves when the popup shows it. */
  async logIn(fields: Partial<TokenForm> = {}): Promise<void> {
    await this.fill(fields);
    await this.press('Get token');
    await this.waitForText('Log out');
    await this.reachOpenPages();
  }

  /** Resolves when the popup shows that nobody is logged in, and what the server said to it. */
  async logOut(): Promise<void> {
    await this.press('Log out');
    await this.page.waitForSelector('form');
    await this.waitForText('Logged out');
  }

  /** Fills in the form and asks for a token that will not be given; resolves with the message shown. */
  async failToLogIn(fields: Partial<TokenForm>): Promise<string> {
    await this.fill(fields);
    await this.press('Get token');
    const alert = await this.page.waitForSelector('[role="alert"]', { timeout: 25_000 });
    return (await alert?.evaluate((element) => element.textContent)) ?? '';
  }

  /** From now on the writes to this item are counted. */
  async countWrites(item: string): Promise<void> {
    await this.page.evaluate((name) => {
      document.body.dataset['writes'] = '0';
      browser.storage['session']?.onChanged.addListener((changes) => {
        if (name in changes) document.body.dataset['writes'] = `${Number(document.body.dataset['writes']) + 1}`;
      });
    }, item);
  }

  getWrites(): Promise<number> {
    return this.page.evaluate(() => Number(document.body.dataset['writes']));
  }

  /** From now on the browser's question for a host stays unanswered. */
  async leaveQuestionsOpen(): Promise<void> {
    await this.page.evaluate(() => {
      browser.permissions.request = () => new Promise(() => {});
    });
  }

  /** True when the extension has the browser's permission for this origin's host. */
  mayUseHost(origin: string): Promise<boolean> {
    return this.page.evaluate(
      (pattern) => browser.permissions.contains({ origins: [pattern] }),
      buildHostPattern(origin),
    );
  }

  async openView(name: 'Login' | 'Where it goes' | 'Activity'): Promise<void> {
    await this.press(name);
    await this.page.waitForSelector(`nav [aria-current="page"]::-p-text(${name})`);
  }

  /** Has the token go from one more page, or to one more API; resolves when it does. */
  async add(what: 'page' | 'API', origin: string): Promise<void> {
    await this.#comeToFront();
    const label = what === 'page' ? 'Another page' : 'Another API that takes this token';
    const field = await this.page.waitForSelector(`aria/${label}[role="textbox"]`);
    await field?.type(origin);
    await field?.press('Enter');
    await this.page.waitForSelector(`aria/Remove: ${what} ${origin}[role="button"]`);
    await this.reachOpenPages();
  }

  async remove(what: 'page' | 'API', origin: string): Promise<void> {
    await this.#comeToFront();
    const button = `aria/Remove: ${what} ${origin}[role="button"]`;
    await this.clickInSight(button);
    await this.page.waitForSelector(button, { hidden: true });
    await this.reachOpenPages();
  }

  /** Ticks an opt-in; resolves when it is in force. */
  async optIn(what: 'links' | 'everything'): Promise<void> {
    await this.#comeToFront();
    const label =
      what === 'links' ? 'Also opened links and typed addresses' : 'Also everything else that these pages load';
    const box = await this.page.waitForSelector(`aria/${label}[role="checkbox"]`);
    await box?.click();
    await waitUntil('it is stored', async () =>
      JSON.stringify(await this.readStorage('local')).includes(`"${what}":true`),
    );
    await this.reachOpenPages();
  }

  /** Presses a button of the line on the tab in front, which stays there. */
  async pressForTab(button: string): Promise<void> {
    await this.page.waitForFunction(
      (text: string) => [...document.querySelectorAll('footer button')].some((each) => each.textContent === text),
      { polling: 100 },
      button,
    );
    await this.page.evaluate((text: string) => {
      const buttons = [...document.querySelectorAll<HTMLButtonElement>('footer button')];
      buttons.find((each) => each.textContent === text)?.click();
    }, button);
    await this.reachOpenPages();
  }

  async flipSwitch(): Promise<void> {
    await this.#comeToFront();
    await this.page.locator('input[role="switch"]').click();
    await this.reachOpenPages();
  }

  text(): Promise<string> {
    return this.page.evaluate(() => document.body.innerText);
  }

  async waitForText(text: string): Promise<void> {
    await this.page.waitForFunction((wanted: string) => document.body.innerText.includes(wanted), {}, text);
  }

  /** Waits for the line on the tab in front. Works while another tab is in front. */
  async waitForTabStatus(wanted: string): Promise<void> {
    const read = (): Promise<string | undefined> =>
      this.page.evaluate(() => document.querySelector('footer [role="status"]')?.textContent);
    await waitUntil(`the popup says “${wanted}”`, async () => (await read()) === wanted);
  }

  fieldValues(): Promise<Record<string, string>> {
    return this.page.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll<HTMLInputElement>('input[name]')].map(({ name, value }) => [name, value]),
      ),
    );
  }

  /** Ticks the box; from then on notifications are counted. */
  async wantNotifications(): Promise<void> {
    await this.#comeToFront();
    await this.clickInSight('.option input');
    await this.page.waitForSelector('.option input:checked');
    await this.page.evaluate(() => {
      // Without a desktop each is closed at once.
      browser.notifications.onClosed.addListener(() => {
        document.body.dataset['notifications'] = `${Number(document.body.dataset['notifications'] ?? 0) + 1}`;
      });
    });
  }

  countNotifications(): Promise<number> {
    return this.page.evaluate(() => Number(document.body.dataset['notifications'] ?? 0));
  }

  readBadge(): Promise<string> {
    return this.page.evaluate(() => browser.action.getBadgeText({}));
  }
}
