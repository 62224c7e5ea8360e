import { getHeldToken, NO_TOKEN } from '@/utils/oauth2/token-state';
import { isAllowedOrigin, limitReach } from '@/utils/profiles/allowed-hosts';
import { listPresent } from '@/utils/profiles/profile-list';
import type { Situation } from '@/utils/profiles/situation';
import { profileOrderItem, readProfilesById } from './profile-storage';
import { readPolicy } from './team-policy';
import { choicesItem, tokenStatesItem, writingUntilItem } from './storage';
import { switchesItem } from './switches';

/** Reads all that decides which request gets which token. Of the profiles only those that hold one. */
export async function readSituation(): Promise<Situation> {
  const [{ policy }, states, order, choices, switches, writingUntil] = await Promise.all([
    readPolicy(),
    tokenStatesItem.getValue(),
    profileOrderItem.getValue(),
    choicesItem.getValue(),
    switchesItem.getValue(),
    writingUntilItem.getValue(),
  ]);
  // What a policy does not allow any more sends nothing, whenever it was issued.
  const holders = Object.keys(states).filter((id) => {
    const token = getHeldToken(states[id] ?? NO_TOKEN);
    return token && isAllowedOrigin(policy, token.api_origin);
  });
  // The team's come first; in the list of all they do, too.
  const inOrder = [...holders.filter((id) => !order.includes(id)), ...order.filter((id) => holders.includes(id))];
  const profiles = await readProfilesById(inOrder);
  return {
    states,
    profiles: listPresent(profiles).map((profile) => ({ ...profile, reach: limitReach(policy, profile.reach) })),
    choices,
    switches,
    writingUntil,
  };
}
