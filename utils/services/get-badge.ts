import { isLoginNeeded } from '@/utils/oauth2/renewal';
import type { RequestJournal } from '@/utils/oauth2/request-journal';
import { getHeldToken, type TokenState } from '@/utils/oauth2/token-state';

/** What the toolbar button shows at a glance; text as well as colour, because colour alone is not seen by all. */
export interface Badge {
  text: string;
  colour: string;
  title: string;
}

/** The badge for what is stored. */
export function getBadge(state: TokenState, journal: RequestJournal | null, paused: boolean): Badge {
  const token = getHeldToken(state);
  if (journal) return { text: '…', colour: '#2450d8', title: 'Getting a token' };
  if (!token) return { text: '', colour: '#565d6d', title: 'Logged out' };
  if (isLoginNeeded(token)) return { text: '!', colour: '#b3201f', title: 'The token cannot be renewed: log in again' };
  if (paused) return { text: 'II', colour: '#815100', title: 'Paused: no page sends the token' };
  return { text: 'on', colour: '#11703c', title: 'Pages of the API send the token' };
}
