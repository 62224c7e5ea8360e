import { isLoginNeeded } from '@/utils/oauth2/renewal';
import type { RequestJournal } from '@/utils/oauth2/request-journal';
import { getHeldToken, NO_TOKEN } from '@/utils/oauth2/token-state';
import { PROFILE_COLOUR_CODES } from '@/utils/profiles/colour-codes';
import { settleRoutes } from '@/utils/profiles/routes';
import { listLoggedIn, type Situation } from '@/utils/profiles/situation';

/** What the toolbar button shows at a glance; text as well as colour, because colour alone is not seen by all. */
export interface Badge {
  text: string;
  colour: string;
  title: string;
}

export interface BadgeInputs {
  situation: Situation;
  journals: Readonly<Record<string, RequestJournal>>;
  isLocked: boolean;
}

/** The badge for what is stored: the first of these that holds. */
export function getBadge({ situation, journals, isLocked }: BadgeInputs): Badge {
  const { states, profiles, choices, switches } = situation;
  const loggedIn = listLoggedIn(situation);
  const exhausted = profiles.find(({ id }) => {
    const token = getHeldToken(states[id] ?? NO_TOKEN);
    return token && isLoginNeeded(token);
  });
  const production = loggedIn.find(({ profile }) => profile.isProduction)?.profile;
  const open = settleRoutes(loggedIn, choices).contests.filter(({ isChosen }) => !isChosen);

  if (Object.keys(journals).length > 0) return { text: '…', colour: '#2450d8', title: 'Getting a token' };
  if (isLocked) return { text: 'lock', colour: '#565d6d', title: 'Locked: no page sends a token' };
  if (loggedIn.length === 0) return { text: '', colour: '#565d6d', title: 'Logged out' };
  if (exhausted) {
    return { text: '!', colour: '#b3201f', title: `${exhausted.name}: the token cannot be renewed, log in again` };
  }
  if (switches.paused) return { text: 'II', colour: '#815100', title: 'Paused: no page sends the token' };
  if (open.length > 0) {
    return { text: '?', colour: '#815100', title: 'Several profiles fit the same page: choose one in the popup' };
  }
  if (production) {
    const colour = PROFILE_COLOUR_CODES[production.colour];
    return { text: 'PROD', colour, title: `${production.name}: pages of production send the token` };
  }
  return { text: 'on', colour: '#11703c', title: 'Pages of the API send the token' };
}
