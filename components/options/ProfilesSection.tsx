import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { askForHosts } from '@/utils/platform/permissions';
import { askBackground } from '@/utils/platform/popup-messages';
import { t } from '@/utils/platform/texts';
import type { Profile } from '@/utils/profiles/profile';
import { listPresent, type NewProfile, type ProfileList, type ProfilesChange } from '@/utils/profiles/profile-list';
import { TroubleNotice } from '../TroubleNotice';
import { useAsking } from '../use-asking';
import { listOriginsToAsk } from './draft-reach';
import { ProfileEditor } from './ProfileEditor';
import { ProfilesList } from './ProfilesList';
import { UndoBar } from './UndoBar';

export interface ProfilesSectionProps {
  /** All that are stored, removed ones too. */
  profiles: ProfileList;
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
}

/** The list of profiles, or one of them to be edited. */
export function ProfilesSection({ profiles, selected, onSelect }: ProfilesSectionProps): JSX.Element {
  const { trouble, watch } = useAsking();
  const [edited, setEdited] = useState<{ id: string | undefined }>();
  const present = listPresent(profiles);
  const profile = present.find(({ id }) => id === edited?.id);
  const change = (wanted: ProfilesChange): Promise<void> => watch(askBackground('changeProfiles', wanted));
  const [isReturning, setReturning] = useState(false);
  const close = (): void => {
    setEdited(undefined);
    setReturning(true);
  };
  useEffect(() => {
    if (!isReturning) return;
    document.getElementById('new-profile')?.focus();
    setReturning(false);
  }, [isReturning]);

  const save = async (saved: NewProfile, before: Profile | undefined): Promise<boolean> => {
    if (!(await askForHosts(listOriginsToAsk(saved, before)))) return false;
    await askBackground(
      'changeProfiles',
      before ? { kind: 'save', id: before.id, profile: saved } : { kind: 'add', profile: saved },
    );
    close();
    return true;
  };
  const remove = (ids: string[]): void => {
    onSelect(new Set([...selected].filter((id) => !ids.includes(id))));
    void change({ kind: 'remove', ids });
  };
  const restore = (ids: string[]): void => {
    // The button that was pressed goes away with what it undoes.
    document.getElementById('new-profile')?.focus();
    void change({ kind: 'restore', ids });
  };
  return (
    <section id="profiles" aria-labelledby="profiles-heading">
      <h2 id="profiles-heading">{t('profiles.heading')}</h2>
      {edited === undefined ? (
        <>
          <TroubleNotice trouble={trouble} />
          <ProfilesList
            profiles={profiles}
            selected={selected}
            onSelect={onSelect}
            onEdit={(id) => setEdited({ id })}
            onRemove={remove}
            onChange={(wanted) => void change(wanted)}
          />
        </>
      ) : (
        <ProfileEditor
          key={edited.id}
          // Gone meanwhile, it is saved as a new one: nothing that was typed is lost.
          profile={profile}
          others={present.filter((each) => each !== profile)}
          trouble={trouble}
          onSave={(saved) => void watch(save(saved, profile))}
          onCancel={close}
        />
      )}
      <UndoBar profiles={profiles} onRestore={restore} />
    </section>
  );
}
