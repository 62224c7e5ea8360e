import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API, FOREIGN } from '../support/hosts.ts';
import type { Popup } from '../support/popup.ts';
import { awaitSeenAuthorization, getSeenRequests } from '../support/seen-requests.ts';
import { waitUntil } from '../support/wait-until.ts';

const BEARER = /^Bearer [\w-]{36}$/;
const isChromium = process.env['KC_BROWSER'] === 'chromium';

let harness: Harness;
let popup: Popup;
let page: Page;
let path: string;
let caseNumber = 0;

beforeAll(async () => {
  harness = await startTestHarness({
    files: {
      '/asks.js': {
        type: 'text/javascript',
        body: 'fetch(location.search.slice(1))',
      },
    },
  });
  popup = await harness.openPopup();
  await popup.logIn();
  await popup.openView('Where it goes');
  page = await harness.openPage(`${API}/blank`);
});
afterAll(() => harness?.close());
beforeEach(() => {
  path = `/echo?opt-in=${(caseNumber += 1)}`;
});

const see = (): Promise<string | undefined> => awaitSeenAuthorization(harness, path);

/** What a page can load without fetch and XMLHttpRequest. Each runs in the page. */
const LOADS: Record<string, (path: string) => unknown> = {
  'an image': (url) => {
    new Image().src = url;
  },
  'a stylesheet': (url) => {
    const link = document.head.appendChild(document.createElement('link'));
    Object.assign(link, { rel: 'stylesheet', href: url });
  },
  'a video': (url) => {
    document.body.appendChild(document.createElement('video')).src = url;
  },
  'a beacon': (url) => navigator.sendBeacon(url, 'x'),
  'an EventSource': (url) => {
    const source = new EventSource(url);
    source.onerror = () => source.close();
  },
  'a WebSocket': (url) => {
    void new WebSocket(new URL(url, location.href.replace('http', 'ws')));
  },
  'a frame': (url) => {
    document.body.appendChild(document.createElement('iframe')).src = url;
  },
  'a download': (url) => {
    Object.assign(document.createElement('a'), { href: url, download: 'x' }).click();
  },
  'a worker': (url) => new Worker(`/asks.js?${url}`),
  'a shared worker': (url) => new SharedWorker(`/asks.js?${url}`),
};
/** Firefox takes them for fetch of the page; there they need no opt-in. */
const ALWAYS = isChromium ? [] : ['a worker', 'a shared worker', 'an EventSource'];
/** Firefox takes them for links. */
const AS_LINK = isChromium ? [] : ['a download'];

describe('Without an opt-in', () => {
  it.each(Object.entries(LOADS).filter(([name]) => !ALWAYS.includes(name)))(
    '%s carries no token',
    async (_name, load) => {
      await page.evaluate(load, path);
      expect(await see()).toBeUndefined();
    },
  );

  it('a typed address carries no token', async () => {
    await (await harness.openPage(API + path)).close();
    expect(await see()).toBeUndefined();
  });
});

describe('Opted in to everything', () => {
  beforeAll(async () => {
    await popup.optIn('everything');
    // In front, or it would load no media; and new, because a page may download only once unasked.
    page = await harness.openPage(`${API}/blank`);
  });

  it.each(Object.entries(LOADS).filter(([name]) => !AS_LINK.includes(name)))(
    '%s carries the token',
    async (_name, load) => {
      await page.evaluate(load, path);
      expect(await see()).toMatch(BEARER);
    },
  );

  it('such a request shows up in the activity', async () => {
    await page.evaluate((url) => void (new Image().src = url), `${path}&seen=1`);
    await waitUntil('it shows up', async () => {
      const activity = (await popup.readStorage('session'))['activity'] as { path: string; verdict: string }[];
      return activity.some((entry) => entry.path.endsWith('&seen=…') && entry.verdict === 'sent');
    });
    expect(getSeenRequests(harness, path)).toHaveLength(1);
  });

  it('the token endpoint still gets none', async () => {
    path = '/oauth/token?as-an-image';
    await page.evaluate((url) => void (new Image().src = url), path);
    expect(await see()).toBeUndefined();
  });

  it('a page of another site still sends none', async () => {
    const foreign = await harness.openPage(`${FOREIGN}/blank`);
    await foreign.evaluate((url) => void (new Image().src = url), API + path);
    expect(await see()).toBeUndefined();
    await foreign.close();
  });
});

describe('Opted in to links', () => {
  beforeAll(() => popup.optIn('links'));

  it('a typed address carries the token', async () => {
    await (await harness.openPage(API + path)).close();
    expect(await see()).toMatch(BEARER);
  });

  it('a form that is posted does not', async () => {
    const foreign = await harness.openPage(`${FOREIGN}/blank`);
    await foreign.evaluate((action) => {
      const form = document.body.appendChild(document.createElement('form'));
      Object.assign(form, { method: 'post', action });
      form.submit();
    }, API + path);
    expect(await see()).toBeUndefined();
    await foreign.close();
  });
});
