import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import {
  type AttackScene,
  expectNoTokenAnywhere,
  logInAgain,
  markOf,
  newPath,
  setAttackScene,
  withPage,
} from '../support/attack-scene.ts';
import { FORGED_MESSAGES, installHostileExtension } from '../support/hostile-extension.ts';
import { API, FOREIGN, SUBDOMAIN } from '../support/hosts.ts';
import { askForAll, callFrom } from '../support/page-calls.ts';

let scene: AttackScene;
let page: Page;
beforeAll(async () => {
  scene = await setAttackScene();
  page = await scene.harness.openPage(`${API}/blank`);
});
afterAll(() => scene?.harness.close());

const getExtensionId = (): string =>
  scene.harness.browserName === 'firefox'
    ? 'credential-helper@knetikcloud.example'
    : new URL(scene.harness.extensionUrl).host;

/** Nothing has changed: the same login, switches and reach, and no request to a token endpoint. */
async function expectNothingChanged(attack: () => Promise<void>): Promise<void> {
  const read = async () => [
    { ...(await scene.popup.readStorage('session')), activity: 'of other requests' },
    await scene.popup.readStorage('local'),
    scene.harness.sandbox.log.filter(({ path }) => path.startsWith('/oauth/')).length,
  ];
  const before = await read();
  await attack();
  expect(await read()).toEqual(before);
  const path = newPath();
  await askForAll(page, [path]);
  await expectNoTokenAnywhere(scene, { carried: [path] });
}

/** Runs code where the page's relay runs, as if that had been taken over. */
async function evaluateInRelay(page: Page, expression: string): Promise<string> {
  const session = await page.createCDPSession();
  const contexts: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) contexts.push(context.id);
  });
  await session.send('Runtime.enable');
  expect(contexts).toHaveLength(1);
  const [contextId = 0] = contexts;
  const { result } = await session.send('Runtime.evaluate', {
    contextId,
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return String(result.value);
}

it('Another extension’s background and content script are told nothing and change nothing', async () => {
  await installHostileExtension(scene.harness);
  await expectNothingChanged(async () => {
    const path = newPath();
    const target = getExtensionId();
    const messages = [...FORGED_MESSAGES, ['renewAfterRejection', 0]];
    const attack = JSON.stringify({ target, messages, url: API + path + markOf(scene) });
    await withPage(scene, `${FOREIGN}/blank`, async (page) => {
      const told = await page.evaluate(
        (detail) =>
          new Promise<string>((resolve) => {
            document.addEventListener('attacked', (event) => resolve((event as CustomEvent<string>).detail));
            document.dispatchEvent(new CustomEvent('attack', { detail }));
          }),
        attack,
      );
      expect(told).not.toContain('ANSWERED');
      // Each of them was refused by the browser, for background and content script.
      expect(told.match(/Could not establish connection|Receiving end/g)?.length).toBeGreaterThanOrEqual(
        messages.length * 2,
      );
      await expectNoTokenAnywhere(scene, { bare: [path], collectedByStranger: told });
    });
  });
});

// Firefox has no content scripts of this extension.
describe.runIf(process.env['KC_BROWSER'] === 'chromium').each([
  ['a page of the API', API, FORGED_MESSAGES],
  ['a page of another customer', SUBDOMAIN, [...FORGED_MESSAGES, ['renewAfterRejection', Date.now()]]],
] as const)('A content script of the extension in %s that was taken over', (_name, origin, messages) => {
  let taken: Page;
  beforeAll(async () => {
    taken = await scene.harness.openPage(`${origin}/blank`);
  });

  it.each(messages)('is refused %s', async (type, data) => {
    await expectNothingChanged(async () => {
      const message = JSON.stringify({ id: 0, type, data, timestamp: 0 });
      const collected = await evaluateInRelay(
        taken,
        `chrome.runtime.sendMessage(${message}).then(JSON.stringify, String)`,
      );
      expect(collected).toContain('Refused');
      await expectNoTokenAnywhere(scene, { collected });
    });
  });
});

/** The page's old wrappers, its mark, and native functions: no way carries. */
async function expectNothingCarried(): Promise<void> {
  const [wrapped, marked, forged] = [newPath(), newPath(), newPath()];
  const collected = [
    await askForAll(page, [wrapped, marked + markOf(scene)]),
    await page.evaluate(
      async (url) => {
        performance.dispatchEvent(
          new CustomEvent('kc-arming', { detail: `${url.split('#kc-')[1]} ${location.origin}` }),
        );
        return (await fetch(url)).status;
      },
      forged + markOf(scene),
    ),
    await callFrom(page, { via: 'fetch', url: '/me' }),
    await callFrom(page, { via: 'synchronous XMLHttpRequest', url: '/me' }),
  ];
  expect(collected.slice(1)).toEqual([200, 401, 401]);
  await expectNoTokenAnywhere(scene, { bare: [wrapped, marked, forged], collected });
}

it('While paused, no request carries a token', async () => {
  await scene.popup.flipSwitch();
  await expectNothingCarried();
  await scene.popup.flipSwitch();
});

it('After a logout, no request carries a token', async () => {
  await scene.popup.logOut();
  await expectNothingCarried();
});

it('After another login, the forged arming of before is forgotten and nothing but the API gets the token', async () => {
  await logInAgain(scene);
  const path = newPath();
  const collected = await askForAll(page, [path]);
  await expectNoTokenAnywhere(scene, { carried: [path], collected });
});

it('After the extension was removed, what it has left in the page carries no token and does no harm', async () => {
  await scene.popup.page.close();
  scene.isInstalled = false;
  await scene.harness.browser.uninstallExtension(getExtensionId());
  await expectNothingCarried();
});

it('After the extension was installed again, it has nothing of before', async () => {
  const { browser, browserName } = scene.harness;
  const folder = browserName === 'firefox' ? 'firefox-mv3' : 'chrome-mv3';
  await browser.installExtension(fileURLToPath(new URL(`../../.output/${folder}`, import.meta.url)));
  // Firefox gives it another address, which nobody tells: there its storage stays unread.
  const popup = browserName === 'chromium' ? await scene.harness.openPopup() : undefined;
  expect(await popup?.readTokenState()).toBeUndefined();
  await expectNothingCarried();
});
