import type { Login } from '@/utils/messages/popup-protocol';
import { readBaseUrl } from '@/utils/oauth2/base-url';
import { planToken } from '@/utils/oauth2/plan-token';
import { isLoginNeeded } from '@/utils/oauth2/renewal';
import { openPopup, openPopupAtToolbar } from '@/utils/platform/open-popup';
import { askForHosts } from '@/utils/platform/permissions';
import { readPopupState } from '@/utils/platform/popup-state';
import { awaitingPermissionItem, defineDraftForm, pausedItem } from '@/utils/platform/storage';
import type { Keepers } from './build-keepers';

export interface UserActions {
  /** Gets a new token for the current profile, or opens the popup where only the user can. */
  getToken: () => Promise<void>;
  togglePause: () => Promise<void>;
  /** Has the requests of this page carry the current profile's token. To be called in answer to a click. */
  useSite: (pageUrl: string | undefined) => Promise<void>;
}

/** Builds what the user can do without the popup: by keys and by the context menu. */
export function buildUserActions({
  keepers,
  switchKeeper,
  requestToken,
  goOn,
}: Keepers & {
  requestToken: (login: Login) => Promise<void>;
  /** Does what waits for a permission. */
  goOn: () => Promise<void>;
}): UserActions {
  /** True when the current profile has a token that lasts. */
  const tryToGetToken = async (): Promise<boolean> => {
    const current = await readPopupState();
    if (!current) return false;
    const { profile, state, vault } = current;
    const form = (await defineDraftForm(profile.id).getValue()) ?? profile.form;
    const plan = planToken(state, form, vault.kind === 'locked');
    if (plan.kind === 'ask-user') return false;
    if (plan.kind === 'renew') await keepers.of(profile.id).renewToken();
    else await requestToken({ profileId: profile.id, form: plan.form });
    const after = (await readPopupState())?.state;
    return after?.kind === 'issued' && !isLoginNeeded(after.token);
  };

  return {
    async getToken() {
      if (!(await tryToGetToken().catch(() => false))) await openPopup();
    },

    async togglePause() {
      await switchKeeper.changeSwitches({ kind: 'all', on: await pausedItem.getValue() });
    },

    async useSite(pageUrl = '') {
      // The origin of what is no web page is "null", which could be a host's name.
      const page = readBaseUrl(/^https?:/.test(pageUrl) ? new URL(pageUrl).origin : '');
      // The popup says why not.
      if (!page.ok) return openPopup();
      // Before anything is waited for: the browser takes no question that comes later than the click.
      const asking = askForHosts([page.origin]);
      const profile = (await readPopupState())?.profile;
      if (!profile) return openPopup();
      // Kept, because the background may end before the question is answered; the next one goes on with it.
      const change = { kind: 'add', what: 'pages', origin: page.origin } as const;
      await awaitingPermissionItem.setValue({
        origins: [page.origin],
        askedAtMs: Date.now(),
        type: 'changeReach',
        data: { profileId: profile.id, change },
      });
      if (!(await asking)) return awaitingPermissionItem.removeValue();
      await goOn();
      // Shows what is now the case, and what is still to be done: a page that is open may have to be reloaded.
      await openPopupAtToolbar();
    },
  };
}
