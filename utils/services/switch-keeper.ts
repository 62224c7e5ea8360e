import { createInTurn } from '@/utils/in-turn';
import { changeSwitches, type SwitchChange, type Switches } from '@/utils/injection/reach';
import type { Route } from '@/utils/injection/injection';
import { buildChoiceKey, type Choices } from '@/utils/profiles/routes';
import type { Stored } from './stored-entry';

export interface SwitchKeeper {
  /** Switches the token on or off. Resolves when that is in force. */
  changeSwitches: (change: SwitchChange) => Promise<void>;
  /** To be called when a tab is closed. */
  forgetTab: (tabId: number) => Promise<void>;
  /** Has this profile in force where several fit. */
  chooseProfile: (asked: { profileId: string; routes: readonly Route[] }) => Promise<void>;
  /** Lets a production profile write for so many minutes; 0 for no more. */
  allowWriting: (asked: { profileId: string; minutes: number }) => Promise<void>;
  /** To be called at every start, and at the time set by `wakeAt`: ends what has run out. */
  wakeUp: () => Promise<void>;
}

/** Creates the one that changes what is in force when: one change at a time, so that none is lost. */
export function createSwitchKeeper(ports: {
  switches: Stored<Switches>;
  choices: Stored<Choices>;
  writingUntil: Stored<Readonly<Record<string, number>>>;
  /** Makes the browser follow what is stored. */
  applyState: () => Promise<void>;
  wakeAt: (timeMs: number | undefined) => Promise<void>;
  nowMs: () => number;
}): SwitchKeeper {
  const { switches, choices, writingUntil, applyState, wakeAt, nowMs } = ports;
  const inTurn = createInTurn();
  const untilIdle = (): Promise<void> => inTurn(async () => {});
  const change = (work: () => Promise<void>): Promise<void> =>
    inTurn(async () => {
      await work();
      await applyState();
    });
  const flip = (asked: SwitchChange): Promise<void> =>
    change(async () => switches.setValue(changeSwitches(await switches.getValue(), asked)));
  const wakeAtNextEnd = async (): Promise<void> => {
    const ends = Object.values(await writingUntil.getValue());
    await wakeAt(ends.length === 0 ? undefined : Math.min(...ends));
  };
  return {
    changeSwitches: flip,
    async forgetTab(tabId) {
      // The change under way may be about this tab.
      await untilIdle();
      if ((await switches.getValue()).offTabs.includes(tabId)) await flip({ kind: 'tab', tabId, on: true });
    },
    chooseProfile: ({ profileId, routes }) =>
      change(async () => {
        const chosen = Object.fromEntries(routes.map((route) => [buildChoiceKey(route), profileId]));
        await choices.setValue({ ...(await choices.getValue()), ...chosen });
      }),
    allowWriting: ({ profileId, minutes }) =>
      change(async () => {
        const { [profileId]: _before, ...others } = await writingUntil.getValue();
        const until = minutes > 0 ? { [profileId]: nowMs() + minutes * 60_000 } : {};
        await writingUntil.setValue({ ...others, ...until });
        await wakeAtNextEnd();
      }),
    async wakeUp() {
      const over = ([, untilMs]: [string, number]): boolean => untilMs <= nowMs();
      if (Object.entries(await writingUntil.getValue()).some(over)) {
        await change(async () => {
          const left = Object.entries(await writingUntil.getValue()).filter((each) => !over(each));
          await writingUntil.setValue(Object.fromEntries(left));
        });
      }
      await wakeAtNextEnd();
    },
  };
}
