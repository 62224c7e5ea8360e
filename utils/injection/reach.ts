/** Where the user wants the token of one login to go, beyond the pages and the API of its own origin. */
export interface Reach {
  /** Origins of further pages whose requests carry the token. */
  pages: readonly string[];
  /** Origins of further APIs that these pages and the API's own send the token to. */
  apis: readonly string[];
  /** Also opened links and typed addresses of the API (GET and HEAD). */
  links: boolean;
  /** Also what its pages load without fetch and XMLHttpRequest, and what their workers ask for. */
  everything: boolean;
}

export const OWN_REACH: Reach = { pages: [], apis: [], links: false, everything: false };

export type ReachChange =
  | { kind: 'add' | 'remove'; what: 'pages' | 'apis'; origin: string }
  | { kind: 'opt'; what: 'links' | 'everything'; on: boolean };

/** What switches the token off, whatever the reach: for all, for a site, for a tab of this browser session. */
export interface Switches {
  paused: boolean;
  /** Origins of pages. */
  offSites: readonly string[];
  offTabs: readonly number[];
}

export type SwitchChange =
  | { kind: 'all'; on: boolean }
  | { kind: 'site'; origin: string; on: boolean }
  | { kind: 'tab'; tabId: number; on: boolean };

/** More than anybody needs, and few enough for one set of rules and one header. */
export const MAX_ORIGINS = 100;

/** @param api_origin the origin of the login itself, which needs no mention */
export function changeReach(reach: Reach, change: ReachChange, api_origin: string): Reach {
  if (change.kind === 'opt') return { ...reach, [change.what]: change.on };
  const { kind, what, origin } = change;
  const others = without(reach[what], origin);
  if (kind === 'remove' || origin === api_origin) return { ...reach, [what]: others };
  return { ...reach, [what]: [...others, origin].slice(-MAX_ORIGINS) };
}

export function changeSwitches(switches: Switches, change: SwitchChange): Switches {
  switch (change.kind) {
    case 'all':
      return { ...switches, paused: !change.on };
    case 'site': {
      const others = without(switches.offSites, change.origin);
      return { ...switches, offSites: change.on ? others : [...others, change.origin] };
    }
    case 'tab': {
      const others = without(switches.offTabs, change.tabId);
      return { ...switches, offTabs: change.on ? others : [...others, change.tabId] };
    }
  }
}

function without<T>(list: readonly T[], item: T): T[] {
  return list.filter((each) => each !== item);
}
