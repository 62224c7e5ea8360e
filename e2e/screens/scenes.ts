import { OPTIONS_SCENES } from './options-scenes.ts';
import { PAGE_SCENES, WELCOME_SCENES } from './page-scenes.ts';
import { POPUP_SCENES } from './popup-scenes.ts';
import { PROFILE_SCENES } from './profile-scenes.ts';
import type { Scene } from './stage.ts';

/** Every screen of the extension and each of its states, a scene at a time. */
export const SCENES: readonly Scene[] = [
  ...WELCOME_SCENES,
  ...OPTIONS_SCENES,
  ...POPUP_SCENES,
  ...PROFILE_SCENES,
  ...PAGE_SCENES,
];
