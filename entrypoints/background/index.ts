import { defineBackground } from 'wxt/utils/define-background';
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
import { pausedItem, requestJournalItem, tokenStateItem } from '@/utils/platform/storage';
import { forgetSecrets, rememberLogin } from '@/utils/platform/token-forms';
import { wakeAtStartup } from '@/utils/platform/wake-at-startup';
import { getBadge } from '@/utils/services/get-badge';
import { createInjector, getInjection, type InjectionInputs } from '@/utils/services/injector';
import { createTokenKeeper } from '@/utils/services/token-keeper';

export default defineBackground({
  type: 'module',
  main() {
    const read = async (): Promise<InjectionInputs> => ({
      state: await tokenStateItem.getValue(),
      paused: await pausedItem.getValue(),
    });
    const readInjection = async (): Promise<Injection | undefined> => getInjection(await read());
    // Firefox decides about each request as it leaves, from the stored state; nothing has to be applied there.
    const apply = import.meta.env.FIREFOX ? async () => {} : applySessionRules;
    const injector = createInjector({ read, apply });
    const keeper = createTokenKeeper({
      postForm,
      tokenState: tokenStateItem,
      journal: requestJournalItem,
      rememberLogin,
      forgetSecrets,
      applyState: injector.applyState,
      wakeAt,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      isOnline: () => navigator.onLine,
      nowMs: Date.now,
      random: Math.random,
    });

    // Rules may be left from before a crash; after a restart of the browser, armed pages without a rule.
    const applied = injector.applyState();

    if (import.meta.env.FIREFOX) {
      const untilFresh = async (): Promise<void> => {
        const token = getHeldToken((await read()).state);
        if (token && isRenewalDue(token, Date.now())) await keeper.wakeUp();
      };
      addHeaders({ ...keeper, readInjection, untilFresh });
    } else {
      const renewAfterRejection = async (request: RejectedRequest): Promise<boolean> => {
        // A background that stopped between the two may have stored a token that is not in force yet.
        await applied.catch(() => {});
        return keeper.renewAfterRejection(request);
      };
      answerPages({ renewAfterRejection }, async () => (await readInjection())?.pageOrigins ?? []);
    }
    answerPopup({
      wakeUp: keeper.wakeUp,
      requestToken: keeper.requestToken,
      cancelTokenRequest: keeper.cancelTokenRequest,
      renewToken: keeper.renewToken,
      logOut: keeper.logOut,
      async pauseInjection(paused) {
        await pausedItem.setValue(paused);
        await injector.applyState();
      },
    });
    wakeAtStartup();
    onWake(keeper.wakeUp);
    void keeper.wakeUp();
    const refreshBadge = async (): Promise<void> => {
      const { state, paused } = await read();
      await showBadge(getBadge(state, await requestJournalItem.getValue(), paused));
    };
    tokenStateItem.watch((state, before) => {
      const [host, hostBefore] = [getHostToLogInAt(state), getHostToLogInAt(before)];
      if (host !== hostBefore) void notifyLoginNeeded(host).catch(() => {});
    });
    openPopupOnNotificationClick();
    for (const item of [tokenStateItem, requestJournalItem, pausedItem]) item.watch(() => void refreshBadge());
    void refreshBadge();
  },
});
