import { getHostToLogInAt } from '@/utils/oauth2/token-state';
import { showBadge } from '@/utils/platform/badge';
import { notifyLoginNeeded } from '@/utils/platform/notifications';
import { watchProfiles } from '@/utils/platform/profile-storage';
import { readSituation } from '@/utils/platform/situation';
import { choicesItem, pausedItem, requestJournalsItem, tokenStatesItem } from '@/utils/platform/storage';
import { heldKeyItem, readVaultStatus } from '@/utils/platform/vault-storage';
import { getBadge } from '@/utils/services/get-badge';

/** Has badge and notification follow what is stored. */
export function keepBadge(): void {
  const refresh = async (): Promise<void> => {
    const [situation, journals, vault] = await Promise.all([
      readSituation(),
      requestJournalsItem.getValue(),
      readVaultStatus(),
    ]);
    await showBadge(getBadge({ situation, journals, isLocked: vault.kind === 'locked' }));
  };
  const changes = [tokenStatesItem, requestJournalsItem, pausedItem, choicesItem, heldKeyItem];
  for (const item of changes) item.watch(() => void refresh());
  watchProfiles(() => void refresh());
  void refresh();

  tokenStatesItem.watch((states, before) => {
    const [host, hostBefore] = [states, before].map((each) =>
      Object.values(each)
        .map(getHostToLogInAt)
        .find((found) => found !== undefined),
    );
    // Where it cannot be shown, the badge says the same.
    if (host !== hostBefore) void notifyLoginNeeded(host).catch(() => {});
  });
}
