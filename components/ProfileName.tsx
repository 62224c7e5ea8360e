import type { JSX } from 'preact';
import { t } from '@/utils/platform/texts';
import type { Profile } from '@/utils/profiles/profile';

/** A profile's name with its colour, and the word that warns of production. */
export function ProfileName({ profile }: { profile: Pick<Profile, 'name' | 'colour' | 'isProduction'> }): JSX.Element {
  return (
    <span class={`profile-name colour-${profile.colour}`}>
      <span class="dot" aria-hidden="true" />
      <bdi class="name" title={profile.name}>
        {profile.name}
      </bdi>
      {profile.isProduction ? (
        <>
          {' '}
          <strong class="production">{t('production.word')}</strong>
        </>
      ) : null}
    </span>
  );
}
