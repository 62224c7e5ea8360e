import { defineBackground } from 'wxt/utils/define-background';
import type { Login } from '@/utils/messages/popup-protocol';
import { getHeldToken } from '@/utils/oauth2/token-state';
import { getFromApi } from '@/utils/platform/get-from-api';
import { lockForm } from '@/utils/profiles/managed-profiles';
import { releaseHost, watchPermissions } from '@/utils/platform/permissions';
import { onWake } from '@/utils/platform/alarms';
import { answerPopup } from '@/utils/platform/answer-popup';
import { onCommand } from '@/utils/platform/commands';
import { openPopupOnNotificationClick } from '@/utils/platform/notifications';
import { onTabClosed } from '@/utils/platform/switches';
import { readProfilesById } from '@/utils/platform/profile-storage';
import { tokenStatesItem } from '@/utils/platform/storage';
import { readPolicy, watchPolicy } from '@/utils/platform/team-policy';
import { keepSettingsSynced } from '@/utils/platform/settings-sync';
import { wakeAtStartup } from '@/utils/platform/wake-at-startup';
import { clearClipboardInTime } from '@/utils/platform/clear-clipboard';
import { welcomeAtInstall } from '@/utils/platform/install-events';
import { createGoingOn } from '@/utils/platform/after-permission';
import { askWhoAmI } from '@/utils/services/ask-who-am-i';
import { buildKeepers, readAllOrigins } from './build-keepers';
import { connectPages } from './connect-pages';
import { keepBadge } from './keep-badge';
import { keepMenu } from './keep-menu';
import { keepVault } from './keep-vault';
import { recordActivity } from './record-activity';
import { buildUserActions } from './user-actions';

export default defineBackground({
  main() {
    const all = buildKeepers();
    const { keepers, profileKeeper, switchKeeper, injector } = all;
    const recorder = recordActivity();
    const vault = keepVault({ ...all, recorder });
    const requestToken = async ({ profileId, form }: Login): Promise<void> => {
      const locks = vault.countLocks();
      const [{ policy }, [profile]] = await Promise.all([readPolicy(), readProfilesById([profileId])]);
      // Its token would be renewed without end, where nobody sees it.
      if (!profile || profile.removedAtMs !== undefined) throw new Error('Refused: there is no such profile any more');
      // A policy may take seconds to be read, and a lock forgets what was asked before it.
      if (locks === vault.countLocks()) await keepers.of(profileId).requestToken(lockForm(policy, profileId, form));
    };
    const goOn = createGoingOn({
      requestToken,
      changeReach: profileKeeper.changeReach,
    });
    const wakeUp = async (): Promise<void> => {
      // The vault first: what it brings back is to be renewed. But none of them may keep the others from their work.
      const vaultWoken = await Promise.allSettled([vault.wakeUp()]);
      const others = await Promise.allSettled([switchKeeper.wakeUp(), keepers.wakeAll()]);
      const failed = [...vaultWoken, ...others].find(({ status }) => status === 'rejected');
      if (failed?.status === 'rejected') throw failed.reason;
    };

    // Rules may be left from before a crash; after a restart of the browser, armed pages without a rule.
    const applied = injector.applyState();
    connectPages(all, applied);
    answerPopup({
      wakeUp,
      requestToken,
      cancelTokenRequest: (profileId) => keepers.of(profileId).cancelTokenRequest(),
      renewToken: (profileId) => keepers.of(profileId).renewToken(),
      logOut: (profileId) => keepers.of(profileId).logOut(),
      async whoAmI(profileId) {
        const { [profileId]: state } = await tokenStatesItem.getValue();
        const token = state && getHeldToken(state);
        return token ? askWhoAmI(token, getFromApi) : null;
      },
      changeSwitches: switchKeeper.changeSwitches,
      chooseProfile: switchKeeper.chooseProfile,
      allowWriting: switchKeeper.allowWriting,
      async changeReach(asked) {
        await profileKeeper.changeReach(asked);
        const { change } = asked;
        if (change.kind === 'remove') await releaseHost(change.origin, await readAllOrigins());
      },
      changeProfiles: profileKeeper.changeProfiles,
      importProfiles: profileKeeper.importProfiles,
      ...vault.answers,
      goOnWithPermission: goOn,
      clearActivity: () => recorder.clear(),
      clearTabActivity: (tabId) => recorder.clear(tabId),
    });
    // A site's page scripts come with its permission, and go with it.
    watchPermissions(() => {
      // Nobody waits for this one; a popup that is still there asks by itself.
      void goOn().catch(() => {});
      void injector.applyState();
    });
    // Whatever an administrator has changed holds before the next request.
    watchPolicy(() => void injector.applyState());
    onTabClosed((tabId) => void switchKeeper.forgetTab(tabId));
    keepSettingsSynced();
    wakeAtStartup();
    welcomeAtInstall();
    onWake((name) => (name === 'look' ? vault.wakeUp() : all.onAlarm(name)), wakeUp);
    // Not whenever a popup opens: it reads all profiles.
    void profileKeeper.wakeUp().then(wakeUp, wakeUp);
    openPopupOnNotificationClick();
    const actions = buildUserActions({ ...all, requestToken, goOn });
    onCommand('get-token', () => void actions.getToken());
    onCommand('toggle-pause', () => void actions.togglePause());
    keepMenu(actions);
    clearClipboardInTime();
    keepBadge();
  },
});
