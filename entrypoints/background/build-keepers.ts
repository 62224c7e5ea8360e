import type { InForce } from '@/utils/injection/injection';
import { wakeAt } from '@/utils/platform/alarms';
import { applySessionRules } from '@/utils/platform/apply-session-rules';
import { forgetFirstProfiles, readFirstProfiles } from '@/utils/platform/first-profiles';
import { postForm } from '@/utils/platform/post-form';
import { readOwnProfiles, readProfiles, writeProfiles } from '@/utils/platform/profile-storage';
import { registerPageScripts } from '@/utils/platform/register-page-scripts';
import { readSituation } from '@/utils/platform/situation';
import {
  choicesItem,
  defineDraftForm,
  requestJournalsItem,
  tokenStatesItem,
  writingUntilItem,
} from '@/utils/platform/storage';
import { switchesItem } from '@/utils/platform/switches';
import { forgetSecrets } from '@/utils/platform/token-forms';
import { createInjector } from '@/utils/services/injector';
import { createProfileKeeper, type ProfileKeeper } from '@/utils/services/profile-keeper';
import { listOrigins } from '@/utils/profiles/situation';
import { createSwitchKeeper, type SwitchKeeper } from '@/utils/services/switch-keeper';
import { createTokenKeepers, type TokenKeepers } from '@/utils/services/token-keepers';

export interface Keepers {
  keepers: TokenKeepers;
  profileKeeper: ProfileKeeper;
  switchKeeper: SwitchKeeper;
  injector: { applyState: () => Promise<void> };
  /** Firefox: called with what is in force whenever that has changed. */
  onApplied: (callback: (inForce: InForce) => void) => void;
  /** To be called at each alarm. */
  onAlarm: (name: string) => Promise<void>;
}

const RENEWAL_ALARM = 'renew:';

/** Every origin that a profile of the user has something to do with. */
export async function readAllOrigins(): Promise<string[]> {
  const { pages, apis } = listOrigins(await readProfiles());
  return [...pages, ...apis];
}

/** Builds those that keep tokens, profiles and switches, on what this browser offers. */
export function buildKeepers(): Keepers {
  // Firefox decides about each request as it leaves, from the stored state; only which ones are looked at is applied.
  let tellFirefox = (_inForce: InForce): void => {};
  const apply = async (inForce: InForce): Promise<void> => {
    if (import.meta.env.FIREFOX) return tellFirefox(inForce);
    // First, so that whatever befalls the scripts, a token that is logged out or switched off leaves the rules.
    await applySessionRules(inForce);
    await registerPageScripts(listOrigins(await readProfiles()).pages);
  };
  const nowMs = Date.now;
  const injector = createInjector({ read: readSituation, apply, nowMs });
  const { applyState } = injector;

  const keepers: TokenKeepers = createTokenKeepers({
    postForm,
    tokenStates: tokenStatesItem,
    journals: requestJournalsItem,
    rememberLogin: (profileId, form) => profileKeeper.rememberLogin(profileId, form),
    forgetSecrets,
    applyState,
    wakeAt: (profileId, timeMs) => wakeAt(RENEWAL_ALARM + profileId, timeMs),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    isOnline: () => navigator.onLine,
    nowMs,
    random: Math.random,
  });
  const buildId = (): string => crypto.randomUUID();
  const profileKeeper = createProfileKeeper({
    profiles: { read: readOwnProfiles, write: writeProfiles },
    readFirst: () => readFirstProfiles(buildId),
    forgetFirst: forgetFirstProfiles,
    typeIn: (profileId, form) => defineDraftForm(profileId).setValue(form),
    async bury(profileId) {
      await keepers.of(profileId).logOut();
      await defineDraftForm(profileId).removeValue();
    },
    applyState,
    wakeAt: (timeMs) => wakeAt('bury', timeMs),
    nowMs,
    buildId,
  });
  const switchKeeper = createSwitchKeeper({
    switches: switchesItem,
    choices: choicesItem,
    writingUntil: writingUntilItem,
    applyState,
    wakeAt: (timeMs) => wakeAt('end-writing', timeMs),
    nowMs,
  });

  return {
    keepers,
    profileKeeper,
    switchKeeper,
    injector,
    onApplied(callback) {
      tellFirefox = callback;
    },
    async onAlarm(name) {
      if (name.startsWith(RENEWAL_ALARM)) await keepers.of(name.slice(RENEWAL_ALARM.length)).wakeUp();
      else if (name === 'bury') await profileKeeper.wakeUp();
      else if (name === 'end-writing') await switchKeeper.wakeUp();
    },
  };
}
