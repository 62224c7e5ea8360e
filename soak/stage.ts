import { randomUUID } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { type Harness, startHarness } from '../e2e/support/harness.ts';
import { Popup } from '../e2e/support/popup.ts';
import { readProfiles } from '../e2e/support/profiles.ts';
import { buildHostPattern } from '../utils/injection/host-pattern.ts';
import type { BrowserName } from '../scripts/browsers.ts';
import { findPlayer, permittedOrigins, players } from './cast.ts';
import { buildInterceptor, type FaultSettings } from './faults.ts';
import { Ledger } from './ledger.ts';
import { SeededRandom } from './random.ts';
import { SeenRequests } from './seen-requests.ts';
import { buildSoakPage, SOAK_PAGE } from './soak-page.ts';
import { Tally } from './tally.ts';
import { FIRST_WORLD, Timeline } from './world.ts';

export interface OpenPage {
  origin: string;
  page: Page;
}

/** All that the soak has at hand. */
export interface Stage {
  harness: Harness;
  /** The popup in a tab, by which the background is asked. */
  control: Popup;
  /** Profile ids by the player's name. */
  ids: ReadonlyMap<string, string>;
  pages: OpenPage[];
  random: SeededRandom;
  ledger: Ledger;
  tally: Tally;
  timeline: Timeline;
  faults: FaultSettings;
  seen: SeenRequests;
  /** Whether the background is stopped at random by now. */
  mayStop: boolean;
  /** The refresh token that was typed last. */
  typedRefreshToken: string;
}

declare const browser: {
  permissions: { request(hosts: object): Promise<boolean>; contains(hosts: object): Promise<boolean> };
  storage: { local: { set(items: object): Promise<void> } };
};

export async function openStage(options: {
  browserName: BrowserName;
  executablePath: string;
  seed: number;
}): Promise<Stage> {
  const { browserName, executablePath, seed } = options;
  const ledger = new Ledger();
  const tally = new Tally();
  const faults: FaultSettings = { rate: 0, loggingIn: new Set() };
  // A source of their own: how many requests there are depends on the machine, what is done must not.
  const interceptToken = buildInterceptor({ random: new SeededRandom(seed + 1), ledger, tally, settings: faults });
  const files = { [SOAK_PAGE]: { type: 'text/html', body: buildSoakPage() } };
  const harness = await startHarness({ browserName, executablePath, files, interceptToken });
  try {
    await harness.setHostAccess(true, ...permittedOrigins);
    const control = await harness.openPopup();
    await askForHosts(control);
    await neverLockByItself(control);
    return {
      harness,
      control,
      ids: await addProfiles(control),
      pages: [],
      random: new SeededRandom(seed),
      ledger,
      tally,
      timeline: new Timeline(FIRST_WORLD, Date.now()),
      faults,
      seen: new SeenRequests(harness.sandbox.log, harness.httpSandbox.log),
      mayStop: false,
      typedRefreshToken: '',
    };
  } catch (error) {
    await harness.close();
    throw error;
  }
}

/** The browser has been told that the user allows them, and asks nobody. */
async function askForHosts(control: Popup): Promise<void> {
  const origins = permittedOrigins.map(buildHostPattern);
  const isAllowed = await control.page.evaluate(
    // Chromium gives it only when it is asked, and Firefox asks only on a click.
    async (hosts) =>
      (await browser.permissions.contains({ origins: hosts })) ||
      (await browser.permissions.request({ origins: hosts })),
    origins,
  );
  if (!isAllowed) throw new Error('The browser did not give the permission for the hosts.');
}

/** Nobody touches the keyboard during a soak. */
async function neverLockByItself(control: Popup): Promise<void> {
  const value = { autoLockMinutes: null, productionAutoLockMinutes: 1440, lockWithSystem: false, writingMinutes: 10 };
  await control.page.evaluate((settings) => browser.storage.local.set({ settings }), { version: 1, value });
}

/** The first profile is there already. */
async function addProfiles(control: Popup): Promise<Map<string, string>> {
  const [first] = await readProfiles(control);
  if (!first) throw new Error('There is no first profile.');
  for (const [index, { name, form, pages }] of players.entries()) {
    const reach = { pages: [...pages], apis: [], links: false, everything: false };
    const profile = { name, colour: 'blue', isProduction: false, form, reach };
    await control.ask(
      'changeProfiles',
      index === 0 ? { kind: 'save', id: first.id, profile } : { kind: 'add', profile },
    );
  }
  const stored = await readProfiles(control);
  return new Map(players.map(({ name }) => [name, stored.find((each) => each.name === name)?.id ?? randomUUID()]));
}

export function getId({ ids }: Stage, name: string): string {
  const id = ids.get(findPlayer(name).name);
  if (id === undefined) throw new Error(`${name} has no profile.`);
  return id;
}
