import type { JSX } from 'preact';
import { t } from '@/utils/platform/texts';
import { PROFILE_COLOURS, type ProfileColour } from '@/utils/profiles/profile';
import { COLOUR_TEXTS } from './colour-texts';

export interface ColourChoiceProps {
  value: ProfileColour;
  onChange: (colour: ProfileColour) => void;
}

/** The colours that a profile can wear, each with its name: colour alone tells some people nothing. */
export function ColourChoice({ value, onChange }: ColourChoiceProps): JSX.Element {
  return (
    <fieldset class="colours">
      <legend>{t('editor.colour')}</legend>
      {PROFILE_COLOURS.map((colour) => (
        <label key={colour} class={`swatch colour-${colour}`}>
          <input
            type="radio"
            name="colour"
            value={colour}
            checked={colour === value}
            onChange={() => onChange(colour)}
          />
          <span class="dot" aria-hidden="true" />
          <span>{t(COLOUR_TEXTS[colour])}</span>
        </label>
      ))}
    </fieldset>
  );
}
