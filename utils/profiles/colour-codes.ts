import type { ProfileColour } from './profile';

/** For the badge, on which white text must be readable (WCAG 1.4.3: 4.5:1). */
export const PROFILE_COLOUR_CODES: Readonly<Record<ProfileColour, string>> = {
  blue: '#2450d8',
  teal: '#0d6b70',
  green: '#11703c',
  amber: '#815100',
  orange: '#a8430b',
  red: '#b3201f',
  purple: '#6f35b5',
  grey: '#565d6d',
};
