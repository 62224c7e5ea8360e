import { API } from '../support/hosts.ts';
import { OptionsPage } from '../support/options-page.ts';
import type { Scene } from './stage.ts';

const CURL = `curl '${API}/oauth/token' --data-raw 'grant_type=client_credentials&client_id=game-server&client_secret=demo-secret'`;

const sections: Scene = {
  title: 'The options page',
  async play(stage) {
    const id = await stage.addProfile('A profile whose name is about as long as a name is allowed to be, and then so', {
      colour: 'purple',
    });
    const { page } = await OptionsPage.open(stage.harness);
    await stage.showTab('options', 'The options page, whole', page);

    await page.locator('.profiles li:last-child button').click();
    await page.waitForSelector('form.editor, .profiles form, form input[name="name"]');
    await stage.showTab('options-editor', 'A profile is edited', page);
    await page.reload({ waitUntil: [] });

    const field = await page.waitForSelector('#import-export textarea');
    await field?.evaluate((element, text) => {
      element.value = text;
      element.dispatchEvent(new Event('input', { bubbles: true }));
    }, CURL);
    await page.locator('#import-export form button[type="submit"]').click();
    await page.waitForSelector('.review');
    await stage.showTab('options-import', 'What is to be imported is shown first', page);
    await page.close();
    await stage.leave(id);
  },
};

const damaged: Scene = {
  title: 'Damaged storage',
  async play(stage) {
    await stage.popup.page.evaluate(async () => {
      const { storage } = (
        globalThis as unknown as { browser: { storage: { local: { set(items: object): Promise<void> } } } }
      ).browser;
      await storage.local.set({ settings: { value: 'no settings', v: 1 } });
    });
    const { page } = await OptionsPage.open(stage.harness);
    await page.waitForSelector('.damages');
    await stage.showTab('options-problems', 'Something that was stored could not be read', page);
    await page.close();
  },
};

export const OPTIONS_SCENES: readonly Scene[] = [sections, damaged];
