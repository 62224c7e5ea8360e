import { defineBackground } from 'wxt/utils/define-background';
import { isRenewalDue } from '@/utils/oauth2/renewal';
import { getHeldToken } from '@/utils/oauth2/token-state';
import { addHeaders } from '@/utils/platform/add-headers';
import { applySessionRules } from '@/utils/platform/apply-session-rules';
import { answerPopup } from '@/utils/platform/popup-messages';
import { onWake, wakeAt } from '@/utils/platform/alarms';
import { showBadge } from '@/utils/platform/badge';
import { wakeAtStartup } from '@/utils/platform/wake-at-startup';
import { postForm } from '@/utils/platform/post-form';
import { pausedItem, requestJournalItem, tokenStateItem } from '@/utils/platform/storage';
import { forgetSecrets, rememberLogin } from '@/utils/platform/token-forms';
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
      isOnline: () => navigator.onLine,
      nowMs: Date.now,
      random: Math.random,
    });

    if (import.meta.env.FIREFOX) {
      const untilFresh = async (): Promise<void> => {
        const token = getHeldToken((await read()).state);
        if (token && isRenewalDue(token, Date.now())) await keeper.wakeUp();
      };
      addHeaders(async () => getInjection(await read()), untilFresh);
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
    // Rules may be left from before a crash; after a restart of the browser, armed pages without a rule.
    wakeAtStartup();
    void injector.applyState();
    onWake(keeper.wakeUp);
    void keeper.wakeUp();
    const refreshBadge = async (): Promise<void> => {
      const { state, paused } = await read();
      await showBadge(getBadge(state, await requestJournalItem.getValue(), paused));
    };
    for (const item of [tokenStateItem, requestJournalItem, pausedItem]) item.watch(() => void refreshBadge());
    void refreshBadge();
  },
});
