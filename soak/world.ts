import { CONTESTED, players } from './cast.ts';

/** What the user has done, as far as it decides which request carries whose token. */
export interface World {
  /** Names of players, in no order. */
  loggedIn: ReadonlySet<string>;
  /** Whom the user wants where two contest. */
  chosen?: string | undefined;
  paused: boolean;
  offSites: ReadonlySet<string>;
  /** Who is logged in again when the vault is opened; undefined while it is open. */
  vaulted?: ReadonlySet<string> | undefined;
  /** Whose login the server has ended. */
  lost: ReadonlySet<string>;
}

export const FIRST_WORLD: World = {
  loggedIn: new Set(),
  paused: false,
  offSites: new Set(),
  lost: new Set(),
};

/** Whose token a page's requests to an API carry; undefined for nobody's. By the manual, not by the extension's code. */
export function getInForce(world: World, page: string, api: string): string | undefined {
  if (world.paused || world.offSites.has(page)) return undefined;
  const fitting = players.filter(
    ({ name, form, pages }) =>
      world.loggedIn.has(name) && form.base_url === api && (page === api || pages.includes(page)),
  );
  const isContested = page === CONTESTED.page && api === CONTESTED.api;
  const chosen = isContested ? fitting.find(({ name }) => name === world.chosen) : undefined;
  return (chosen ?? fitting[0])?.name;
}

/** Which world there was when. While a change is under way both are, the one before and the one after. */
export class Timeline {
  readonly #entries: { fromMs: number; worlds: readonly World[] }[] = [];

  constructor(world: World, nowMs: number) {
    this.#entries.push({ fromMs: nowMs, worlds: [world] });
  }

  get now(): World {
    const world = this.#entries.at(-1)?.worlds.at(-1);
    if (!world) throw new Error('There is always a world.');
    return world;
  }

  /** From now on it may be so, or still as before. */
  begin(next: World, nowMs: number): void {
    this.#entries.push({ fromMs: nowMs, worlds: [this.now, next] });
  }

  /** From now on it is so. */
  end(nowMs: number): void {
    this.#entries.push({ fromMs: nowMs, worlds: [this.now] });
  }

  /** All that there were at any moment between the two, these included. */
  listBetween(fromMs: number, untilMs: number): World[] {
    return this.#entries.flatMap(({ fromMs: beganMs, worlds }, index) => {
      const endedMs = this.#entries[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY;
      return beganMs <= untilMs && endedMs >= fromMs ? worlds : [];
    });
  }
}
