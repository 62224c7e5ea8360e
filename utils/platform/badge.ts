import browser, { type Action } from 'webextension-polyfill';
import type { Badge, IconState } from '@/utils/services/get-badge';
import { drawIcon } from './draw-icon';
import { t, type TextKey } from './texts';

/** In pixels; the second for screens with two to a point. */
const SIZES = [16, 32];

/** Has the toolbar button show this: a picture, a word beside it, and the whole sentence when the mouse rests on it. */
export async function showBadge(badge: Badge): Promise<void> {
  const { action } = browser;
  await Promise.all([
    action.setBadgeText({ text: getShortText(badge.code) }),
    action.setBadgeBackgroundColor({ color: badge.colour }),
    action.setBadgeTextColor({ color: '#ffffff' }),
    action.setTitle({ title: t('badge.title', { state: getSentence(badge) }) }),
    // Where it cannot be drawn, the badge says the same.
    showIcon(badge.icon).catch(() => {}),
  ]);
}

/** Drawn rather than loaded: five states in two sizes would be ten files in the package. */
async function showIcon(state: IconState): Promise<void> {
  const imageData = Object.fromEntries(SIZES.map((pixels) => [pixels, drawIcon(state, pixels)]));
  // The type asks for an index signature, which ImageData has no need of.
  await browser.action.setIcon({ imageData: imageData as Record<string, Action.ImageDataType> });
}

/** No more than four letters have room. */
function getShortText(code: Badge['code']): string {
  switch (code) {
    case 'asking':
      return '…';
    case 'locked':
      return t('badge.lockedShort');
    case 'logged-out':
      return '';
    case 'login-needed':
      return '!';
    case 'paused':
      return 'II';
    case 'contested':
      return '?';
    case 'production':
      return t('badge.productionShort');
    case 'sending':
      return t('badge.sendingShort');
  }
}

const SENTENCES: Record<Exclude<Badge['code'], 'login-needed' | 'production'>, TextKey> = {
  asking: 'badge.asking',
  locked: 'badge.locked',
  'logged-out': 'badge.loggedOut',
  paused: 'badge.paused',
  contested: 'badge.contested',
  sending: 'badge.sending',
};

function getSentence(badge: Badge): string {
  if (badge.code === 'login-needed') return t('badge.loginNeeded', { name: badge.profileName });
  if (badge.code === 'production') return t('badge.production', { name: badge.profileName });
  return t(SENTENCES[badge.code]);
}
