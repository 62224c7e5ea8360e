import { expect, it } from 'vitest';
import { evaluateInFirefox } from '../support/firefox-window.ts';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API } from '../support/hosts.ts';

const PASSWORD = 'p+a&s=s%ö 1';

const stray = (who: string): string => `https://stray-${who}.example/some/path?secret=of-the-query`;

/** A request of the extension's background, as if a line of it did that. */
async function fetchInBackground({ browser, browserName }: Harness, url: string): Promise<void> {
  if (browserName === 'chromium') {
    const target = await browser.waitForTarget((each) => each.type() === 'service_worker');
    await (await target.worker())?.evaluate((wanted) => fetch(wanted).catch(() => {}), url);
    return;
  }
  const script = `data:,${encodeURIComponent(`content.fetch(${JSON.stringify(url)}).catch(() => {})`)}`;
  await evaluateInFirefox(
    browser,
    `[...WebExtensionPolicy.getByID('credential-helper@knetikcloud.example').extension.views]
       .find(({ viewType }) => viewType === 'background')
       .xulBrowser.messageManager.loadFrameScript(${JSON.stringify(script)}, false)`,
  );
}

/** A request of the browser itself. */
async function fetchInBrowser({ browser, browserName }: Harness, url: string): Promise<void> {
  if (browserName === 'firefox') await evaluateInFirefox(browser, `fetch(${JSON.stringify(url)}).catch(() => {})`);
  else await (await browser.newPage()).goto(url).catch(() => {});
}

it('Every request is seen that page, background or browser make to a host that nobody has set up, and told without its query', async () => {
  const harness = await startTestHarness();
  await fetchInBackground(harness, stray('background'));
  const page = await harness.openPage(`${API}/blank`);
  await page.evaluate((url) => fetch(url, { method: 'POST', body: 'words' }).catch(() => {}), stray('page'));
  await fetchInBrowser(harness, stray('browser'));
  const { elsewhere = [] } = (await harness.closeForEvidence()) ?? {};
  const requests = elsewhere.filter((each) => /^[A-Z]+ .*\/some\/path/.test(each)).toSorted();
  expect(requests).toEqual([
    'GET stray-background.example/some/path',
    'GET stray-browser.example/some/path',
    'POST stray-page.example/some/path',
  ]);
  expect(elsewhere.join()).not.toContain('of-the-query');
});

it('A token and a password that the extension stores on disk are found there', async () => {
  let harness = await startTestHarness();
  let popup = await harness.openPopup();
  await popup.logIn({ grant: 'password', client_id: 'knetik', username: 'grace', password: PASSWORD });
  const { access_token } = (await popup.readToken()) ?? {};
  await popup.page.evaluate((items) => browser.storage.local.set(items), {
    // Not under a name that begins like it: the store would be compressed between the two.
    planted: { kept: PASSWORD },
    twice: [access_token, `another ${access_token}`],
  });
  harness = await harness.restart();
  popup = await harness.openPopup();
  await popup.page.evaluate((items) => browser.storage.local.set(items), { more: `x${access_token}` });
  const { onDisk } = (await harness.closeForEvidence()) ?? {};
  expect(onDisk).toContainEqual(expect.stringMatching(/^a token in /));
  expect(onDisk).toContainEqual(expect.stringMatching(/^password in /));
});

/** In the extension's own pages. */
declare const browser: { storage: { local: { set(items: object): Promise<void> } } };
