import { isLoginNeeded } from '@/utils/oauth2/renewal';
import type { RequestJournal } from '@/utils/oauth2/request-journal';
import { getHeldToken, NO_TOKEN } from '@/utils/oauth2/token-state';
import { PROFILE_COLOUR_CODES } from '@/utils/profiles/colour-codes';
import { settleRoutes } from '@/utils/profiles/routes';
import { listLoggedIn, type Situation } from '@/utils/profiles/situation';

/** What the toolbar button's picture says; each has a shape of its own. */
export type IconState = 'logged-out' | 'logged-in' | 'paused' | 'locked' | 'login-needed';

/** What the toolbar button shows at a glance; text as well as colour, because colour alone is not seen by all. */
export type Badge = { icon: IconState; colour: string } & (
  | { code: 'asking' | 'locked' | 'logged-out' | 'paused' | 'contested' | 'sending' }
  | { code: 'login-needed' | 'production'; profileName: string }
);

export interface BadgeInputs {
  situation: Situation;
  journals: Readonly<Record<string, RequestJournal>>;
  isLocked: boolean;
}

/** The badge for what is stored: the first of these that holds. While a token is asked for, the picture stays. */
export function getBadge(inputs: BadgeInputs): Badge {
  const badge = getLastingBadge(inputs);
  return Object.keys(inputs.journals).length > 0 ? { code: 'asking', icon: badge.icon, colour: '#2450d8' } : badge;
}

function getLastingBadge({ situation, isLocked }: BadgeInputs): Badge {
  const { states, profiles, choices, switches } = situation;
  const loggedIn = listLoggedIn(situation);
  const exhausted = profiles.find(({ id }) => {
    const token = getHeldToken(states[id] ?? NO_TOKEN);
    return token && isLoginNeeded(token);
  });
  const production = loggedIn.find(({ profile }) => profile.isProduction)?.profile;
  const open = settleRoutes(loggedIn, choices).contests.filter(({ isChosen }) => !isChosen);

  if (isLocked) return { code: 'locked', icon: 'locked', colour: '#565d6d' };
  if (loggedIn.length === 0) return { code: 'logged-out', icon: 'logged-out', colour: '#565d6d' };
  if (exhausted) {
    return { code: 'login-needed', icon: 'login-needed', colour: '#b3201f', profileName: exhausted.name };
  }
  if (switches.paused) return { code: 'paused', icon: 'paused', colour: '#815100' };
  if (open.length > 0) return { code: 'contested', icon: 'logged-in', colour: '#815100' };
  if (production) {
    const colour = PROFILE_COLOUR_CODES[production.colour];
    return { code: 'production', icon: 'logged-in', colour, profileName: production.name };
  }
  return { code: 'sending', icon: 'logged-in', colour: '#11703c' };
}
