import { hasOtherKinds } from '@/utils/injection/header-decision';
import type { InForce } from '@/utils/injection/injection';
import { getHeldToken } from '@/utils/oauth2/token-state';
import { isRenewalDue } from '@/utils/oauth2/renewal';
import { addHeaders } from '@/utils/platform/add-headers';
import { answerPages } from '@/utils/platform/page-messages';
import { readSituation } from '@/utils/platform/situation';
import { tokenStatesItem } from '@/utils/platform/storage';
import { getInForce } from '@/utils/profiles/situation';
import type { Keepers } from './build-keepers';

/**
 * Has pages send the tokens: in Firefox by a listener, in Chromium by answering their relays; rules do the rest there.
 * @param applied settles when what is stored at the start is in force
 */
export function connectPages({ keepers, onApplied }: Keepers, applied: Promise<void>): void {
  const readInForce = async (): Promise<InForce> => getInForce(await readSituation(), Date.now());
  if (import.meta.env.FIREFOX) {
    const lookAtOthers = addHeaders({
      readInForce,
      async untilFresh(profileId) {
        const { [profileId]: state } = await tokenStatesItem.getValue();
        const token = state && getHeldToken(state);
        if (token && isRenewalDue(token, Date.now())) await keepers.of(profileId).wakeUp();
      },
      mayRenewAfterRejection: (profileId, request) => keepers.of(profileId).mayRenewAfterRejection(request),
      renewAfterRejection: (profileId, request) => keepers.of(profileId).renewAfterRejection(request),
    });
    onApplied((inForce) => lookAtOthers(hasOtherKinds(inForce)));
    return;
  }
  const renewAfterRejection = async (
    profileIds: readonly string[],
    request: { sentAtMs: number },
  ): Promise<boolean> => {
    // A background that stopped between the two may have stored a token that is not in force yet. Where that failed, a
    // renewal puts its token in force all the same.
    await applied.catch(() => {});
    return keepers.renewAfterRejection(profileIds, request);
  };
  answerPages({ renewAfterRejection }, readInForce);
}
