import { createInTurn } from '@/utils/in-turn';
import type { AwaitingPermission, Login } from '@/utils/messages/popup-protocol';
import type { ReachChange } from '@/utils/injection/reach';
import { askForHosts, hasHostPermission } from './permissions';
import { askBackground } from './popup-messages';
import { awaitingPermissionItem } from './storage';

/** A question that was left open for longer is not answered any more: what waited for it may be long forgotten. */
const PATIENCE_MS = 120_000;

/**
 * Asks the user for the hosts, then the background for what needs them. To be called in answer to a click. The browser's
 * question may close the popup: so what is wanted is kept, and the background goes on with it.
 * @returns false when the user said no
 */
export async function askWithPermission(wanted: AwaitingPermission): Promise<boolean> {
  // Not waited for: the browser takes no question that comes later than the click.
  const kept = awaitingPermissionItem.setValue(wanted);
  const isGranted = await askForHosts(wanted.origins);
  await kept;
  if (isGranted) await askBackground('goOnWithPermission');
  else await awaitingPermissionItem.removeValue();
  return isGranted;
}

/** Creates the background's part: does what waits, once, if the permission is there by now. */
export function createGoingOn(answers: {
  requestToken: (login: Login) => Promise<void>;
  changeReach: (asked: { profileId: string; change: ReachChange }) => Promise<void>;
}): () => Promise<void> {
  const inTurn = createInTurn();
  const goOn = async (): Promise<void> => {
    const wanted = await awaitingPermissionItem.getValue();
    if (!wanted) return;
    // With it go the secrets that it may hold.
    if (Date.now() - wanted.askedAtMs > PATIENCE_MS) return awaitingPermissionItem.removeValue();
    if (!(await hasHostPermission(...wanted.origins))) return;
    // A lock may have forgotten it meanwhile.
    if (!(await awaitingPermissionItem.getValue())) return;
    await awaitingPermissionItem.removeValue();
    if (wanted.type === 'requestToken') await answers.requestToken(wanted.data);
    else await answers.changeReach(wanted.data);
  };
  // The popup asks and the browser tells: whoever comes second waits for the first.
  return () => inTurn(goOn);
}
