import { defineBackground } from 'wxt/utils/define-background';
import { getReach } from '@/utils/injection/reach';
import type { Injection } from '@/utils/injection/session-rules';
import type { RejectedRequest } from '@/utils/oauth2/rejected-request';
import { isRenewalDue } from '@/utils/oauth2/renewal';
import { getHeldToken, getHostToLogInAt } from '@/utils/oauth2/token-state';
import { addHeaders } from '@/utils/platform/add-headers';
import { applySessionRules } from '@/utils/platform/apply-session-rules';
import { onWake, wakeAt } from '@/utils/platform/alarms';
import { showBadge } from '@/utils/platform/badge';
import { notifyLoginNeeded, openPopupOnNotificationClick } from '@/utils/platform/notifications';
import { answerPages } from '@/utils/platform/page-messages';
import { answerPopup } from '@/utils/platform/popup-messages';
import { postForm } from '@/utils/platform/post-form';
import { createGoingOn } from '@/utils/platform/after-permission';
import { releaseHost, watchPermissions } from '@/utils/platform/permissions';
import { registerPageScripts } from '@/utils/platform/register-page-scripts';
import {
  activityItem,
  offSitesItem,
  offTabsItem,
  pausedItem,
  reachesItem,
  requestJournalItem,
  tokenStateItem,
} from '@/utils/platform/storage';
import { onTabClosed, readSwitches, writeSwitches } from '@/utils/platform/switches';
import { forgetSecrets, rememberLogin } from '@/utils/platform/token-forms';
import { watchRequests } from '@/utils/platform/watch-requests';
import { wakeAtStartup } from '@/utils/platform/wake-at-startup';
import { createActivityRecorder } from '@/utils/services/activity-recorder';
import { getBadge } from '@/utils/services/get-badge';
import { createInjector, getInjection, type InjectionInputs, listOrigins } from '@/utils/services/injector';
import { createReachKeeper } from '@/utils/services/reach-keeper';
import { createTokenKeeper } from '@/utils/services/token-keeper';

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function readInputs(): Promise<InjectionInputs> {
  const [state, reaches, switches] = await Promise.all([
    tokenStateItem.getValue(),
    reachesItem.getValue(),
    readSwitches(),
  ]);
  return { state, reaches, switches };
}

async function applyInChromium(injection: Injection | undefined, pages: readonly string[]): Promise<void> {
  // First, so that whatever befalls the scripts, a token that is logged out or switched off leaves the rules.
  await applySessionRules(injection);
  await registerPageScripts(pages);
}

export default defineBackground({
  type: 'module',
  main() {
    const readInjection = async (): Promise<Injection | undefined> => getInjection(await readInputs());
    // Firefox decides about each request as it leaves, from the stored state; only which ones are looked at is applied.
    let lookAtOthers = (_isWide: boolean): void => {};
    const applyInFirefox = async (injection: Injection | undefined): Promise<void> =>
      lookAtOthers(injection !== undefined && (injection.links || injection.everything));
    const apply = import.meta.env.FIREFOX ? applyInFirefox : applyInChromium;
    const injector = createInjector({ read: readInputs, apply });
    const reachKeeper = createReachKeeper({
      reaches: { read: () => reachesItem.getValue(), write: (reaches) => reachesItem.setValue(reaches) },
      switches: { read: readSwitches, write: writeSwitches },
      applyState: injector.applyState,
    });
    const keeper = createTokenKeeper({
      postForm,
      tokenState: tokenStateItem,
      journal: requestJournalItem,
      async rememberLogin(form) {
        await rememberLogin(form);
        const { api_origin } = getHeldToken(await tokenStateItem.getValue()) ?? {};
        if (api_origin !== undefined) await reachKeeper.noteLogin(api_origin);
      },
      forgetSecrets,
      applyState: injector.applyState,
      wakeAt,
      sleep,
      isOnline: () => navigator.onLine,
      nowMs: Date.now,
      random: Math.random,
    });

    const recorder = createActivityRecorder({
      read: readInputs,
      readEntries: async () => (await activityItem.getValue()) ?? [],
      writeEntries: (entries) => activityItem.setValue(entries),
      sleep,
    });
    const goOn = createGoingOn({ requestToken: keeper.requestToken, changeReach: reachKeeper.changeReach });

    // Rules may be left from before a crash; after a restart of the browser, armed pages without a rule.
    const applied = injector.applyState();

    if (import.meta.env.FIREFOX) {
      const untilFresh = async (): Promise<void> => {
        const token = getHeldToken(await tokenStateItem.getValue());
        if (token && isRenewalDue(token, Date.now())) await keeper.wakeUp();
      };
      lookAtOthers = addHeaders({ ...keeper, readInjection, untilFresh });
    } else {
      const renewAfterRejection = async (request: RejectedRequest): Promise<boolean> => {
        // A background that stopped between the two may have stored a token that is not in force yet.
        await applied.catch(() => {});
        return keeper.renewAfterRejection(request);
      };
      answerPages({ renewAfterRejection }, readInjection);
    }
    answerPopup({
      wakeUp: keeper.wakeUp,
      requestToken: keeper.requestToken,
      cancelTokenRequest: keeper.cancelTokenRequest,
      renewToken: keeper.renewToken,
      logOut: keeper.logOut,
      changeSwitches: reachKeeper.changeSwitches,
      async changeReach(asked) {
        await reachKeeper.changeReach(asked);
        const { change } = asked;
        if (change.kind === 'remove') await releaseHost(change.origin, listOrigins(await readInputs()));
      },
      goOnWithPermission: goOn,
      clearActivity: recorder.clear,
    });
    // A site's page scripts come with its permission, and go with it.
    watchPermissions(() => {
      void goOn().catch(() => {});
      void injector.applyState();
    });
    onTabClosed((tabId) => void reachKeeper.forgetTab(tabId));
    wakeAtStartup();
    onWake(keeper.wakeUp);
    void keeper.wakeUp();
    const refreshBadge = async (): Promise<void> => {
      const { state, switches } = await readInputs();
      await showBadge(getBadge(state, await requestJournalItem.getValue(), switches.paused));
    };
    const watchOthers = watchRequests(recorder);
    const chooseActivity = async (): Promise<void> => {
      // Before the first login of a browser session there is nothing to look at.
      const { state, reaches } = await readInputs();
      const isWanted = state.kind !== 'absent' || (await activityItem.getValue()) !== null;
      const { api_origin = '' } = getHeldToken(state) ?? {};
      watchOthers(isWanted ? getReach(reaches, api_origin) : undefined);
    };
    void chooseActivity();
    for (const item of [tokenStateItem, reachesItem, pausedItem, offSitesItem, offTabsItem])
      item.watch(recorder.forgetSituation);
    for (const item of [tokenStateItem, reachesItem]) item.watch(() => void chooseActivity());
    tokenStateItem.watch((state, before) => {
      const [host, hostBefore] = [getHostToLogInAt(state), getHostToLogInAt(before)];
      if (host !== hostBefore) void notifyLoginNeeded(host).catch(() => {});
    });
    openPopupOnNotificationClick();
    for (const item of [tokenStateItem, requestJournalItem, pausedItem]) item.watch(() => void refreshBadge());
    void refreshBadge();
  },
});
