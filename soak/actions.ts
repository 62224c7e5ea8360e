import { switchTo } from '../e2e/support/profiles.ts';
import { askBackground } from './ask-background.ts';
import { CONTESTANTS, CONTESTED, pageOrigins, players, TYPED_NAME } from './cast.ts';
import { change, endLoginAtServer, lock, logIn, logOut, unlock, without } from './changes.ts';
import { SOAK_PAGE } from './soak-page.ts';
import { getId, type Stage } from './stage.ts';
import type { World } from './world.ts';

const MAX_PAGES = 8;

interface Action {
  kind: string;
  weight: number;
  /** Whether it can be done now; always where it is not given. */
  fits?: (world: World, pages: number) => boolean;
  /** Resolves with what it was done to. */
  perform: (stage: Stage) => Promise<string | void>;
}

const isOpen = ({ vaulted }: World): boolean => vaulted === undefined;
const pickFrom = <T>({ random }: Stage, choices: readonly T[]): T => {
  const choice = choices[random.below(choices.length)];
  if (choice === undefined) throw new Error('There is nothing to choose from.');
  return choice;
};
const listOut = ({ loggedIn, vaulted }: World): string[] =>
  // While the vault is locked a new refresh token would be one too many.
  players.flatMap(({ name }) => (loggedIn.has(name) || (vaulted && name === TYPED_NAME) ? [] : name));

const actions: readonly Action[] = [
  { kind: 'wait', weight: 6, perform: (stage) => sleep(stage.random.below(3000)) },
  {
    kind: 'stop the background',
    weight: 4,
    async perform(stage) {
      if (!stage.mayStop) return 'not yet';
      stage.tally.count('stops', 'at rest or at work');
      await stage.harness.stopBackground();
    },
  },
  {
    kind: 'open a tab',
    weight: 4,
    fits: (_world, pages) => pages < MAX_PAGES,
    perform: (stage) => openPage(stage, pickFrom(stage, pageOrigins)),
  },
  {
    kind: 'close a tab',
    weight: 3,
    // The first of each origin stay.
    fits: (_world, pages) => pages > pageOrigins.length,
    async perform({ pages }) {
      const closed = pages.splice(pageOrigins.length, 1)[0];
      await closed?.page.close();
      return closed?.origin ?? '';
    },
  },
  {
    kind: 'reload a tab',
    weight: 2,
    async perform(stage) {
      const { page, origin } = pickFrom(stage, stage.pages);
      await page.reload();
      return origin;
    },
  },
  {
    kind: 'choose a profile',
    weight: 4,
    async perform(stage) {
      const name = pickFrom(stage, CONTESTANTS);
      const asked = { profileId: getId(stage, name), routes: [CONTESTED] };
      await change(stage, { chosen: name }, ['chooseProfile', asked]);
      return name;
    },
  },
  {
    kind: 'look at a profile in the popup',
    weight: 1,
    async perform(stage) {
      const place = stage.random.below(players.length) + 1;
      const popup = await stage.harness.openPopup();
      await switchTo(popup, place);
      await popup.page.close();
      return `${place}`;
    },
  },
  {
    kind: 'pause or resume',
    weight: 2,
    async perform(stage) {
      const paused = !stage.timeline.now.paused;
      await change(stage, { paused }, ['changeSwitches', { kind: 'all', on: !paused }]);
      return paused ? 'pause' : 'resume';
    },
  },
  {
    kind: 'switch a site',
    weight: 2,
    async perform(stage) {
      const origin = pickFrom(stage, pageOrigins);
      const { offSites } = stage.timeline.now;
      const on = offSites.has(origin);
      const next = on ? without(offSites, origin) : new Set([...offSites, origin]);
      await change(stage, { offSites: next }, ['changeSwitches', { kind: 'site', origin, on }]);
      return `${origin} ${on ? 'on' : 'off'}`;
    },
  },
  {
    kind: 'renew by hand',
    weight: 2,
    fits: (world) => world.loggedIn.size > 0,
    async perform(stage) {
      const name = pickFrom(stage, [...stage.timeline.now.loggedIn]);
      await askBackground(stage, 'renewToken', getId(stage, name));
      return name;
    },
  },
  {
    kind: 'log in',
    weight: 6,
    fits: (world) => listOut(world).length > 0,
    async perform(stage) {
      const name = pickFrom(stage, listOut(stage.timeline.now));
      await logIn(stage, name);
      return name;
    },
  },
  {
    kind: 'log out',
    weight: 2,
    fits: (world) => isOpen(world) && world.loggedIn.size > 0,
    async perform(stage) {
      const name = pickFrom(stage, [...stage.timeline.now.loggedIn]);
      await logOut(stage, name);
      return name;
    },
  },
  {
    kind: 'end a login at the server',
    weight: 0.5,
    fits: (world) => isOpen(world) && world.loggedIn.has(TYPED_NAME) && !world.lost.has(TYPED_NAME),
    perform: endLoginAtServer,
  },
  { kind: 'lock the vault', weight: 1, fits: isOpen, perform: lock },
  { kind: 'unlock the vault', weight: 8, fits: (world) => !isOpen(world), perform: unlock },
];

/** Does one thing, drawn by chance from what can be done. */
export async function performRandom(stage: Stage): Promise<void> {
  const { random, tally, timeline, pages } = stage;
  const fitting = actions.filter(({ fits }) => fits?.(timeline.now, pages.length) ?? true);
  const action = random.pick(fitting);
  tally.count('actions', action.kind);
  tally.note(action.kind);
  const detail = await action.perform(stage);
  if (detail) tally.note(`  done: ${detail}`);
}

export async function openPage(stage: Stage, origin: string): Promise<string> {
  const page = await stage.harness.openPage(origin + SOAK_PAGE);
  stage.pages.push({ origin, page });
  return origin;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
