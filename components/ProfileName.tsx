import type { JSX } from 'preact';
import type { Profile } from '@/utils/profiles/profile';

/** A profile's name with its colour, and the word that warns of production. */
export function ProfileName({ profile }: { profile: Pick<Profile, 'name' | 'colour' | 'isProduction'> }): JSX.Element {
  return (
    <span class={`profile-name colour-${profile.colour}`}>
      <span class="dot" aria-hidden="true" />
      <span class="name" title={profile.name}>
        {profile.name}
      </span>
      {profile.isProduction ? (
        <>
          {' '}
          <strong class="production">PRODUCTION</strong>
        </>
      ) : null}
    </span>
  );
}
