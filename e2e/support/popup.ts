import type { Page } from 'puppeteer-core';
import type { TokenForm } from '../../utils/oauth2/token-form';
import { waitUntil } from './wait-until.ts';

/** The popup, opened in a tab of its own. Speaks of what a user does and sees. */
export class Popup {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(page: Page, extensionUrl: string): Promise<Popup> {
    // Firefox reports no load events of extension pages.
    await page.goto(`${extensionUrl}popup.html`, { waitUntil: [] });
    await page.waitForSelector('main > *');
    return new Popup(page);
  }

  /** Types over the fields named; the others stay as they are. */
  async fill({ grant, ...fields }: Partial<TokenForm>): Promise<void> {
    await this.page.bringToFront();
    if (grant !== undefined) await this.page.select('#grant', grant);
    for (const [name, value] of Object.entries(fields)) {
      const input = await this.page.waitForSelector(`input[name="${name}"]`);
      await input?.click({ count: 3 });
      await input?.press('Backspace');
      await input?.type(value);
    }
  }

  async press(button: string): Promise<void> {
    await this.page.bringToFront();
    await this.page.locator(`button ::-p-text(${button}), button::-p-text(${button})`).click();
  }

  /** Fills in the form and gets a token; resolves when the popup shows it. */
  async logIn(fields: Partial<TokenForm> = {}): Promise<void> {
    await this.fill(fields);
    await this.press('Get token');
    await this.waitForText('Log out');
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

  async flipSwitch(): Promise<void> {
    await this.page.bringToFront();
    await this.page.locator('input[role="switch"]').click();
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
      Object.fromEntries([...document.querySelectorAll('input[name]')].map((input) => [input.name, input.value])),
    );
  }
}
