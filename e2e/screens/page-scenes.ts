import { API } from '../support/hosts.ts';
import { callFrom } from '../support/page-calls.ts';
import { SwaggerUi } from '../support/swagger-ui.ts';
import { ADA } from './popup-scenes.ts';
import type { Scene } from './stage.ts';

/** Not the extension's, but what it is for. */
const tryItOut: Scene = {
  title: 'A page that sends the token',
  async play(stage) {
    const id = await stage.addProfile('Swagger UI');
    const swaggerUi = await SwaggerUi.open(stage.harness, `${API}/swagger-ui/`);
    await stage.logIn(id, ADA);
    await stage.popup.reachOpenPages();
    const { status } = await swaggerUi.tryGetMe();
    if (status !== 200) throw new Error(`The server answered ${status}, not 200.`);
    await stage.showForeign('try-it-out', '“Try it out”', swaggerUi.page);
    await swaggerUi.page.close();
    await stage.leave(id);
  },
};

const firstSteps: Scene = {
  title: 'The welcome page',
  async play(stage) {
    const page = await stage.openOwn('welcome.html', '.steps');
    await stage.showTab('welcome', 'The first steps', page);
    await page.locator('#self-test .actions button').click();
    await page.waitForSelector('.self-test-summary strong');
    await stage.showTab('self-test', 'The first steps, and the self-test', page);
    await page.close();
  },
};

const developerTools: Scene = {
  title: 'The DevTools panel and the side panel',
  async play(stage) {
    const id = await stage.addProfile('Dev sandbox 2', { login: ADA });
    const page = await stage.harness.openPage(`${API}/blank`);
    await stage.logIn(id, ADA);
    await stage.popup.reachOpenPages();
    for (const path of ['/me', '/users/me', '/location/countries?size=20'])
      await callFrom(page, { via: 'fetch', url: path });
    await callFrom(page, { via: 'fetch', url: '/oauth/token', method: 'POST' });
    const tabId = await stage.popup.page.evaluate(async (api) => {
      const { tabs } = (globalThis as unknown as { browser: Tabs }).browser;
      return (await tabs.query({})).find(({ url }) => url?.startsWith(api))?.id;
    }, API);
    const panel = await stage.openOwn(`devtools-panel.html?tabId=${tabId}`, '.entry');
    await panel.locator('li:last-of-type .entry').click();
    await panel.waitForSelector('.conditions');
    await stage.showTab('devtools-panel', 'The DevTools panel', panel);
    await panel.close();
    const side = await stage.openOwn('sidepanel.html', '.card');
    await stage.showTab('side-panel', 'The side panel', side, 400);
    await side.close();
    await page.close();
    await stage.leave(id);
  },
};

interface Tabs {
  tabs: { query(all: object): Promise<{ id: number; url?: string }[]> };
}

export const WELCOME_SCENES: readonly Scene[] = [firstSteps];
export const PAGE_SCENES: readonly Scene[] = [developerTools, tryItOut];
