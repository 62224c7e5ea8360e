import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '@/utils/platform/texts';
import { ALL_ON_SITES, changeDraftReach } from './draft-reach';
import { readBaseUrl } from '@/utils/oauth2/base-url';
import { getLoginOrigin, type Profile } from '@/utils/profiles/profile';
import type { NewProfile, ProfileList } from '@/utils/profiles/profile-list';
import { FormField } from '../FormField';
import { ReachView } from '../ReachView';
import { TroubleNotice } from '../TroubleNotice';
import type { Trouble } from '../use-asking';
import { ColourChoice } from './ColourChoice';
import { LoginFields } from './LoginFields';
import {
  buildDraft,
  type DraftProblems,
  getBaseUrl,
  getName,
  listProblems,
  type ProfileDraft,
  readDraft,
} from './profile-draft';
import { ProblemSummary } from './ProblemSummary';
import { ServerFields } from './ServerFields';

export interface ProfileEditorProps {
  /** Absent for a new one. */
  profile?: Profile | undefined;
  others: ProfileList;
  trouble: Trouble | undefined;
  /** Called in answer to the click, so that the browser can be asked for permissions. */
  onSave: (profile: NewProfile) => void;
  onCancel: () => void;
}

/** All of a profile but its secrets, to be changed at leisure: nothing is stored before it is saved. */
export function ProfileEditor({ profile, others, trouble, onSave, onCancel }: ProfileEditorProps): JSX.Element {
  const id = useId();
  const [draft, setDraft] = useState<ProfileDraft>(() => buildDraft(profile));
  const [problems, setProblems] = useState<DraftProblems>({});
  const [submissions, setSubmissions] = useState(0);
  const [opened] = useState(() => JSON.stringify(profile));
  const form = useRef<HTMLFormElement>(null);
  const reading = readBaseUrl(getBaseUrl(draft));
  const isElsewhere = profile !== undefined && reading.ok && reading.origin !== getLoginOrigin(profile);

  const change = (changed: ProfileDraft): void => {
    setDraft(changed);
    // A message goes once its field is mended, but none appears while the user is still typing.
    const read = readDraft(changed, others);
    const remaining = read.ok ? {} : read.problems;
    setProblems((shown) => Object.fromEntries(Object.entries(shown).filter(([name]) => name in remaining)));
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    const read = readDraft(draft, others);
    setProblems(read.ok ? {} : read.problems);
    setSubmissions((count) => count + 1);
    if (read.ok) onSave(read.profile);
  };
  useEffect(() => {
    const invalid = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (submissions > 0) invalid?.focus();
    else form.current?.querySelector<HTMLElement>('select, input')?.focus();
  }, [submissions]);

  const goTo = (name: string): void => form.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  return (
    <section class="editor" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{profile ? t('editor.headingOf', { name: profile.name }) : t('editor.heading')}</h3>
      <form ref={form} id={`${id}-form`} noValidate onSubmit={submit} aria-labelledby={`${id}-heading`}>
        <div class="columns">
          <div>
            <ServerFields draft={draft} problems={problems} onChange={change} />
            <FormField
              name="name"
              label={t('editor.name')}
              required
              value={getName(draft, others)}
              problem={problems.name}
              onInput={(name) => change({ ...draft, name })}
            />
            <ColourChoice value={draft.colour} onChange={(colour) => change({ ...draft, colour })} />
          </div>
          <div>
            <LoginFields
              form={draft.form}
              problems={problems}
              onChange={(part) => change({ ...draft, form: { ...draft.form, ...part } })}
            />
          </div>
        </div>
      </form>
      {/* Beside the form and not in it: its fields for one more origin are forms of their own. */}
      {isElsewhere ? (
        <p class="notice">{t('editor.isElsewhere')}</p>
      ) : (
        <ReachView
          profile={{ ...buildShown(draft), id: profile?.id ?? 'new', name: getName(draft, others) }}
          switches={ALL_ON_SITES}
          onChange={(wanted) => change({ ...draft, reach: changeDraftReach(draft, wanted) })}
          onSwitch={() => {}}
        />
      )}
      <div role="status">
        {opened === JSON.stringify(profile) ? null : <p class="notice warning">{t('editor.changedElsewhere')}</p>}
      </div>
      <ProblemSummary fields={listProblems(problems, draft.form)} onGoTo={goTo} />
      <TroubleNotice trouble={trouble} />
      <div class="actions">
        <button type="submit" form={`${id}-form`} class="primary">
          {t('editor.save')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('options.cancel')}
        </button>
      </div>
    </section>
  );
}

function buildShown(draft: ProfileDraft): Omit<Profile, 'id' | 'name'> {
  const { colour, isProduction, form, reach } = draft;
  return { colour, isProduction, form: { ...form, base_url: getBaseUrl(draft) }, reach };
}
