import type { ElementHandle } from 'puppeteer-core';
import { ExtensionPage } from './extension-page.ts';
import type { Harness } from './harness.ts';
import { openOwnPage } from './open-own-page.ts';
import { noteSecretFields } from './used-secrets.ts';

/** The options page. Speaks of what a user does and sees. */
export class OptionsPage extends ExtensionPage {
  static async open(harness: Harness): Promise<OptionsPage> {
    return new OptionsPage(await openOwnPage(harness, 'options.html', '#profiles'));
  }

  async press(button: string): Promise<void> {
    await this.page.bringToFront();
    // Found once: looking by role takes Firefox most of a second.
    const element = await this.page.waitForSelector(`aria/${button}[role="button"]`);
    await element?.asLocator().click();
  }

  /** By its label. Not by its role, which a field for secrets has none of in Firefox. */
  async #findField(label: string): Promise<ElementHandle | null> {
    const handle = await this.page.waitForFunction(
      (wanted: string) =>
        [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].find(
          ({ labels }) => labels?.[0]?.textContent?.replace(/ · optional$/, '') === wanted,
        ),
      { polling: 50 },
      label,
    );
    return handle.asElement() as ElementHandle | null;
  }

  /** Types over what is in a field. */
  async fill(label: string, text: string): Promise<void> {
    noteSecretFields({ [label]: text });
    await this.page.bringToFront();
    const field = await this.#findField(label);
    await field?.click({ count: 3 });
    await field?.press('Backspace');
    await field?.type(text);
  }

  /** Puts a text into a field at once, as pasting does. */
  async paste(label: string, text: string): Promise<void> {
    await this.page.bringToFront();
    const field = await this.#findField(label);
    await field?.evaluate((element, pasted) => {
      (element as HTMLTextAreaElement).value = pasted;
      element.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
  }

  async choose(label: string, value: string): Promise<void> {
    const field = await this.page.waitForSelector(`aria/${label}[role="combobox"]`);
    await field?.select(value);
  }

  async tick(label: string): Promise<void> {
    await this.page.bringToFront();
    const box = await this.page.waitForSelector(`aria/${label}[role="checkbox"]`);
    await box?.click();
  }

  /** From now on a file that is saved is kept here instead. */
  async catchFiles(): Promise<void> {
    await this.page.evaluate(() => {
      URL.createObjectURL = (file) => {
        void (file as Blob).text().then((text) => {
          document.body.dataset['saved'] = text;
        });
        return '#saved';
      };
    });
  }

  async readSavedFile(): Promise<string> {
    await this.page.waitForFunction(() => document.body.dataset['saved'] !== undefined);
    return this.page.evaluate(() => {
      const text = document.body.dataset['saved'] ?? '';
      delete document.body.dataset['saved'];
      return text;
    });
  }

  /** The names of the profiles, in their order. */
  readNames(): Promise<string[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll('.profiles .name')].map((element) => element.textContent ?? ''),
    );
  }

  async waitForNames(...names: string[]): Promise<void> {
    await this.page.waitForFunction(
      (wanted: string) =>
        [...document.querySelectorAll('.profiles .name')].map((element) => element.textContent).join('|') === wanted,
      { polling: 50 },
      names.join('|'),
    );
  }

  async waitForText(text: string): Promise<void> {
    await this.page.waitForFunction((wanted: string) => document.body.innerText.includes(wanted), {}, text);
  }
}
