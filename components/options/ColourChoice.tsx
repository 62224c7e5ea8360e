import type { JSX } from 'preact';
import { PROFILE_COLOURS, type ProfileColour } from '@/utils/profiles/profile';

export interface ColourChoiceProps {
  value: ProfileColour;
  onChange: (colour: ProfileColour) => void;
}

/** The colours that a profile can wear, each with its name: colour alone tells some people nothing. */
export function ColourChoice({ value, onChange }: ColourChoiceProps): JSX.Element {
  return (
    <fieldset class="colours">
      <legend>Colour</legend>
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
          <span>{colour}</span>
        </label>
      ))}
    </fieldset>
  );
}
