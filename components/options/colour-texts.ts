import type { ProfileColour } from '@/utils/profiles/profile';
import type { TextKey } from '@/utils/platform/texts';

export const COLOUR_TEXTS: Record<ProfileColour, TextKey> = {
  blue: 'editor.blue',
  teal: 'editor.teal',
  green: 'editor.green',
  amber: 'editor.amber',
  orange: 'editor.orange',
  red: 'editor.red',
  purple: 'editor.purple',
  grey: 'editor.grey',
};
