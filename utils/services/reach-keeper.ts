import {
  changeReach,
  changeSwitches,
  getReach,
  OWN_REACH,
  type Reaches,
  type ReachChange,
  type SwitchChange,
  type Switches,
} from '@/utils/injection/reach';

export interface ReachKeeper {
  /** Changes where the tokens of this login may go. Resolves when that is in force. */
  changeReach: (change: { api_origin: string; change: ReachChange }) => Promise<void>;
  /** Switches the token on or off. Resolves when that is in force. */
  changeSwitches: (change: SwitchChange) => Promise<void>;
  /** To be called after a login: from then on this API is known, also while nobody is logged in. */
  noteLogin: (api_origin: string) => Promise<void>;
  /** To be called when a tab is closed. */
  forgetTab: (tabId: number) => Promise<void>;
}

interface Stored<T> {
  read: () => Promise<T>;
  write: (value: T) => Promise<void>;
}

/** Creates the one that changes what is stored of reach and switches: one change at a time, so that none is lost. */
export function createReachKeeper(ports: {
  reaches: Stored<Reaches>;
  switches: Stored<Switches>;
  /** Makes the browser follow what is stored. */
  applyState: () => Promise<void>;
}): ReachKeeper {
  const { reaches, switches, applyState } = ports;
  let last: Promise<void> = Promise.resolve();
  const inTurn = (change: () => Promise<void>): Promise<void> => {
    const run = async (): Promise<void> => {
      await change();
      await applyState();
    };
    // A change that failed must not stop the later ones.
    last = last.then(run, run);
    return last;
  };
  const flip = (change: SwitchChange): Promise<void> =>
    inTurn(async () => switches.write(changeSwitches(await switches.read(), change)));
  return {
    changeReach: ({ api_origin, change }) =>
      inTurn(async () => {
        const all = await reaches.read();
        const changed = changeReach(getReach(all, api_origin), change, api_origin);
        await reaches.write({ ...all, [api_origin]: changed });
      }),
    changeSwitches: flip,
    async noteLogin(api_origin) {
      if (Object.hasOwn(await reaches.read(), api_origin)) return;
      await inTurn(async () => reaches.write({ [api_origin]: OWN_REACH, ...(await reaches.read()) }));
    },
    async forgetTab(tabId) {
      // The change under way may be about this tab.
      await last.catch(() => {});
      if ((await switches.read()).offTabs.includes(tabId)) await flip({ kind: 'tab', tabId, on: true });
    },
  };
}
