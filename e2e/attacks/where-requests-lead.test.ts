import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import {
  type AttackScene,
  expectNoTokenAnywhere,
  markOf,
  newPath,
  setAttackScene,
  withPage,
} from '../support/attack-scene.ts';
import { API, FOREIGN, LOOK_ALIKES, OTHER_PORT, PLAIN_HTTP, SIBLING, SUBDOMAIN } from '../support/hosts.ts';
import { DECEPTIVE_URLS, DISGUISED_API_URLS, PLAIN_HTTP_URLS } from '../support/look-alike-urls.ts';
import { askForAll, askOpaquely, callFrom } from '../support/page-calls.ts';

let scene: AttackScene;
let page: Page;
beforeAll(async () => {
  scene = await setAttackScene();
  page = await scene.harness.openPage(`${API}/blank`);
});
afterAll(() => scene?.harness.close());

describe('An API page’s requests carry no token', () => {
  it.each(DECEPTIVE_URLS)('to a URL with %s, not even with the mark', async (_name, build) => {
    const [path, markedPath] = [newPath(), newPath()];
    const collected = await askForAll(page, [build(path), build(markedPath) + markOf(scene)]);
    await expectNoTokenAnywhere(scene, { bare: [path, markedPath], collected });
  });

  // The browsers stop these by themselves, as mixed content.
  it.each(PLAIN_HTTP_URLS)('over http, %s', async (_name, build) => {
    const collected = await askForAll(page, [build(newPath()), build(newPath()) + markOf(scene)]);
    await expectNoTokenAnywhere(scene, { collected });
  });
});

it.each(DISGUISED_API_URLS)('The API is the API %s', async (_name, build) => {
  const path = newPath();
  const collected = await askForAll(page, [build(path)]);
  await expectNoTokenAnywhere(scene, { carried: [path], collected });
});

describe('A page carries no token to the API', () => {
  it.each([
    ...Object.entries(LOOK_ALIKES).map(([name, origin]): [string, string] => [`on a host ${name}`, origin]),
    ['on the API’s host over http', PLAIN_HTTP] satisfies [string, string],
  ])('%s', async (_name, origin) => {
    const [path, guessed] = [newPath(), newPath()];
    await withPage(scene, `${origin}/blank`, async (stranger) => {
      const collectedByStranger = await askForAll(stranger, [API + path, `${API}${guessed}#kc-${'0'.repeat(32)}`]);
      await expectNoTokenAnywhere(scene, { bare: [path, guessed], collectedByStranger });
    });
  });

  // Firefox has no mark. Subdomains and other ports of the API's host are let in by it: SECURITY.md says so.
  it.runIf(process.env['KC_BROWSER'] === 'chromium').each([
    ['on another site', FOREIGN],
    ['on another KnetikCloud host', SIBLING],
    ['on a host whose name begins with the API’s', `${API}.evil.example`],
    ['on a host whose name ends with the API’s', 'https://evildevsandbox.knetikcloud.com'],
    ['on the parent domain', 'https://knetikcloud.com'],
    ['on the API’s host over http', PLAIN_HTTP],
  ])('%s, not even with the right mark', async (_name, origin) => {
    const path = newPath();
    await withPage(scene, `${origin}/blank`, async (stranger) => {
      const collected = await askForAll(stranger, [API + path + markOf(scene)]);
      await expectNoTokenAnywhere(scene, { bare: [path], collected });
    });
  });
});

/** A URL of that site which redirects to another URL. */
const redirectAt = (origin: string, to: string, status = 302): string =>
  `${origin}/redirect?status=${status}&to=${encodeURIComponent(to)}`;

describe.each([301, 302, 303, 307, 308])('With a redirect %i', (status) => {
  it.each([
    ['to another site', FOREIGN],
    ['to a subdomain', SUBDOMAIN],
    ['to another KnetikCloud host', SIBLING],
    ['to another port', OTHER_PORT],
  ])('the API cannot send the token %s', async (_name, origin) => {
    const path = newPath();
    const collected = await askForAll(page, [redirectAt(API, origin + path, status)]);
    await expectNoTokenAnywhere(scene, { bare: [path], carried: [encodeURIComponent(path)], collected });
  });

  it('the API cannot send the token to its own host over http', async () => {
    const path = newPath();
    const collected = await askForAll(page, [redirectAt(API, PLAIN_HTTP + path, status)]);
    await expectNoTokenAnywhere(scene, { carried: [encodeURIComponent(path)], collected });
  });

  it('the API cannot send the token to its token endpoints', async () => {
    const paths = ['/oauth/token', '/OAuth/Revoke'].map((path) => newPath().replace('/version', path));
    const collected = await askForAll(
      page,
      paths.map((path) => redirectAt(API, API + path, status)),
    );
    await expectNoTokenAnywhere(scene, { bare: paths, carried: paths.map(encodeURIComponent), collected });
  });

  it('another site’s page gets no token by way of its own site or of the API', async () => {
    const [there, back] = [newPath(), newPath()];
    await withPage(scene, `${FOREIGN}/blank`, async (stranger) => {
      const collected = await askForAll(stranger, [
        redirectAt(FOREIGN, API + there + markOf(scene), status),
        redirectAt(API, redirectAt(FOREIGN, API + back, status), status) + markOf(scene),
      ]);
      await expectNoTokenAnywhere(scene, { bare: [there, back], collected });
    });
  });

  it('another site cannot have the token sent to an address of its choice at the API', async () => {
    const [direct, posted] = [newPath(), newPath()];
    const collected = await askForAll(page, [redirectAt(FOREIGN, API + direct, status)]);
    for (const via of ['fetch', 'XMLHttpRequest'] as const) {
      await callFrom(page, { via, url: redirectAt(FOREIGN, API + posted, status), method: 'POST', body: 'words' });
    }
    await expectNoTokenAnywhere(scene, { bare: [direct, posted], collected });
  });

  it('nor when the page does not ask to read the answer', async () => {
    const [read, written] = [newPath(), newPath()];
    await askOpaquely(page, { url: redirectAt(FOREIGN, API + read, status), method: 'GET' });
    await askOpaquely(page, { url: redirectAt(FOREIGN, API + written, status), method: 'POST' });
    await expectNoTokenAnywhere(scene, { bare: [read, written] });
  });
});

it('A request that another site has redirected gets no token when the API rejects it for want of one', async () => {
  const [read, opaque] = [newPath().replace('/version', '/me'), newPath().replace('/version', '/me')];
  const collected = await askForAll(page, [redirectAt(FOREIGN, API + read)]);
  await askOpaquely(page, { url: redirectAt(FOREIGN, API + opaque), method: 'GET' });
  await expectNoTokenAnywhere(scene, { bare: [read, opaque], collected });
});

// In Chromium the request keeps its mark on the way and carries the token at both ends; in Firefox at the first.
it('A chain from the API to another site and back gives that site nothing', async () => {
  const [path, between] = [newPath(), newPath()];
  const collected = await askForAll(page, [redirectAt(API, redirectAt(FOREIGN, API + path + between))]);
  await expectNoTokenAnywhere(scene, { free: [path, redirectAt('', FOREIGN)], collected });
});
