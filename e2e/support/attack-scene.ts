import { expect } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { LoggedRequest } from '../../sandbox/logged-request.ts';
import { type Harness, type HarnessOptions, startTestHarness } from './harness.ts';
import { API } from './hosts.ts';
import type { Popup } from './popup.ts';

/** A browser in which somebody is logged in, and what their secrets are. */
export interface AttackScene {
  harness: Harness;
  popup: Popup;
  /** Every access and refresh token that the extension has held so far. */
  tokens: Set<string>;
  /** What makes requests eligible in Chromium; undefined in Firefox, which needs none. */
  mark: string | undefined;
  /** The requests that may carry a token, by a part of their path, as the tests so far have said. */
  mayCarry: Set<string>;
  /** False while the extension is not installed: then it holds nothing that could be read. */
  isInstalled: boolean;
}

export interface AttackOutcome {
  /** Requests that must have reached the API, all of them with the token; each by a part of its path. */
  carried?: readonly string[];
  /** Requests that must have arrived somewhere, and nowhere with a token. */
  bare?: readonly string[];
  /** Requests of the API's own pages, which are no attack's success when they carry, nor its failure when they do not. */
  free?: readonly string[];
  /** All that the hostile code got hold of in a page of the API, where it may know the mark. */
  collected?: unknown;
  /** All that it got hold of in any other page. */
  collectedByStranger?: unknown;
}

const LOGIN = { grant: 'password', client_id: 'knetik', username: 'ada', password: 'demo' } as const;
let attacks = 0;
/** Requests that an earlier attack answers for. */
const judged = new WeakSet<LoggedRequest>();

/** A path that no other attack asks for, answered to everybody, and which tells nothing of what it was asked with. */
export const newPath = (): string => `/version?attack-${(attacks += 1)}-`;

export async function setAttackScene(files?: HarnessOptions['files']): Promise<AttackScene> {
  const harness = await startTestHarness({ files });
  const popup = await harness.openPopup();
  const scene: AttackScene = {
    harness,
    popup,
    tokens: new Set(),
    mark: undefined,
    mayCarry: new Set(),
    isInstalled: true,
  };
  await logInAgain(scene);
  return scene;
}

export async function logInAgain(scene: AttackScene): Promise<void> {
  await scene.popup.logIn(LOGIN);
  await noteTokens(scene);
  scene.mark = await scene.popup.readMark(API);
  expect(scene.tokens.size).toBeGreaterThanOrEqual(2);
}

/** The fragment that opts a request in, where there is such a thing. */
export const markOf = ({ mark }: AttackScene): string => (mark === undefined ? '' : `#kc-${mark}`);

/**
 * To be called after every attack: no request that any host has seen, over https or http, has a token in it, but those
 * to the API that the test expects; and nothing that the hostile code got hold of does.
 */
export async function expectNoTokenAnywhere(scene: AttackScene, outcome: AttackOutcome): Promise<void> {
  const { carried = [], bare = [], free = [], collected, collectedByStranger } = outcome;
  if (scene.isInstalled) await noteTokens(scene);
  for (const path of [...carried, ...free]) scene.mayCarry.add(path);
  const log = [...scene.harness.sandbox.log, ...scene.harness.httpSandbox.log];
  const fresh = log.filter((seen) => !judged.has(seen));
  for (const seen of fresh) judged.add(seen);
  expect(fresh.filter((seen) => isLeak(scene, seen)).map(describeRequest)).toEqual([]);

  const find = (path: string) => log.filter((seen) => seen.path.includes(path) && seen.method !== 'OPTIONS');
  for (const path of carried) {
    const atApi = find(path).filter(isAtApi);
    expect(atApi.length, `${path} has arrived`).toBeGreaterThan(0);
    for (const seen of atApi) expect(seen.headers['authorization'], describeRequest(seen)).toMatch(/^Bearer /);
  }
  for (const path of bare) expect(find(path).length, `${path} has arrived`).toBeGreaterThan(0);

  const seenByPage = JSON.stringify([collected, collectedByStranger]);
  for (const token of scene.tokens) expect(seenByPage).not.toContain(token);
  if (scene.mark !== undefined) expect(JSON.stringify([collectedByStranger])).not.toContain(scene.mark);
}

/** Opens a page, runs an attack in it, and closes it, whatever comes of it. */
export async function withPage<T>(scene: AttackScene, url: string, attack: (page: Page) => Promise<T>): Promise<T> {
  const page = await scene.harness.openPage(url);
  try {
    return await attack(page);
  } finally {
    await page.close();
  }
}

async function noteTokens({ popup, tokens }: AttackScene): Promise<void> {
  const { access_token, refresh_token } = (await popup.readToken()) ?? {};
  for (const token of [access_token, refresh_token]) {
    if (token !== undefined) tokens.add(token);
  }
}

/** By the Host header, which has the port when it is another one. */
const isAtApi = ({ headers }: LoggedRequest): boolean => headers['host'] === new URL(API).host;

function isLeak(scene: AttackScene, seen: LoggedRequest): boolean {
  const hasToken = (text: string): boolean => [...scene.tokens].some((token) => text.includes(token));
  if (!hasToken(JSON.stringify(seen))) return false;
  if (!isAtApi(seen) || seen.method === 'OPTIONS' || scene.harness.httpSandbox.log.includes(seen)) return true;
  const { authorization = '', ...others } = seen.headers;
  if (hasToken(JSON.stringify(others)) || hasToken(seen.path)) return true;
  // The extension itself speaks to these two, in the body.
  const isOwn = /^\/oauth\/(token|revoke)$/.test(seen.path) && !isFromPage(seen);
  if (isOwn) return authorization !== '';
  return hasToken(seen.body) || ![...scene.mayCarry].some((path) => seen.path.includes(path));
}

const isFromPage = ({ headers }: LoggedRequest): boolean => !/^(chrome|moz)-extension:/.test(headers['origin'] ?? '');

const describeRequest = ({ method, path, headers }: LoggedRequest): string =>
  `${method} ${headers['host']}${path} with authorization ${headers['authorization']}`;
