import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { readBaseUrl } from '@/utils/oauth2/base-url';
import type { Profile } from '@/utils/profiles/profile';
import type { Situation } from '@/utils/profiles/situation';
import { addProfile } from './add-profile';
import { openImport } from '@/utils/platform/tabs';
import { t } from '@/utils/platform/texts';
import { ProfileName } from './ProfileName';
import { ProfilePicker } from './ProfilePicker';
import { isolate } from './isolate';
import { readWebAddress } from './tab-status';

export interface ProfileSwitcherProps {
  profile: Profile;
  situation: Situation;
  /** Of the page in front. */
  tabUrl: string | undefined;
  watch: (asking: Promise<unknown>) => Promise<void>;
}

/** Shows the profile, and opens the list of all on a click or Ctrl+K: then one more key switches. */
export function ProfileSwitcher({ profile, situation, tabUrl, watch }: ProfileSwitcherProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const panelId = useId();
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const page = readBaseUrl(readWebAddress(tabUrl)?.origin ?? '');
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  // Before the next key is pressed: it would be taken for what it meant before.
  useLayoutEffect(() => listenForShortcut(() => (isOpen ? close() : setOpen(true))), [isOpen]);
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const stops = [listenForEscape(close), listenForLeaving(whole.current, () => setOpen(false))];
    return () => stops.forEach((stop) => stop());
  }, [isOpen]);
  const add = (baseUrl?: string): void => {
    close();
    void watch(addProfile(profile, baseUrl));
  };
  const name = isolate(profile.name);
  return (
    <div class="profile-switcher" ref={whole}>
      <button
        ref={button}
        type="button"
        class="current-profile"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        aria-keyshortcuts="Control+K"
        aria-label={t(profile.isProduction ? 'popup.productionProfileButton' : 'popup.profileButton', { name })}
        title={t('popup.switchProfileHint')}
        onClick={() => setOpen(!isOpen)}
      >
        <ProfileName profile={profile} />
        <span aria-hidden="true">▾</span>
      </button>
      {isOpen ? (
        <div id={panelId} class="profile-panel" role="dialog" aria-label={t('popup.switchProfile')}>
          <ProfilePicker current={profile} situation={situation} onDone={close} />
          <div class="actions">
            <button type="button" class="quiet" onClick={() => add()}>
              {t('popup.newProfile')}
            </button>
            {page.ok ? (
              <button type="button" class="quiet" title={page.origin} onClick={() => add(page.origin)}>
                {t('popup.newFromPage')}
              </button>
            ) : null}
            {page.ok ? (
              <button
                type="button"
                class="quiet"
                title={t('popup.importFromPageHint')}
                onClick={() => void openImport(tabUrl ?? '')}
              >
                {t('popup.importFromPage')}
              </button>
            ) : null}
          </div>
        </div>
      ) : null}
    </div>
  );
}

function listenForKey(isMeant: (event: KeyboardEvent) => boolean, callback: () => void): () => void {
  const listener = (event: KeyboardEvent): void => {
    if (!isMeant(event)) return;
    event.preventDefault();
    callback();
  };
  addEventListener('keydown', listener);
  return () => removeEventListener('keydown', listener);
}

function listenForShortcut(callback: () => void): () => void {
  return listenForKey(({ key, ctrlKey, metaKey }) => key.toLowerCase() === 'k' && (ctrlKey || metaKey), callback);
}

/** Left to the browser, the key would close the whole popup. */
function listenForEscape(callback: () => void): () => void {
  return listenForKey(({ key }) => key === 'Escape', callback);
}

/** Calls back when the user presses or moves the focus outside of the element. */
function listenForLeaving(element: HTMLElement | null, callback: () => void): () => void {
  const listener = ({ target }: Event): void => {
    if (target instanceof Node && !element?.contains(target)) callback();
  };
  const events = ['pointerdown', 'focusin'];
  for (const event of events) document.addEventListener(event, listener);
  return () => {
    for (const event of events) document.removeEventListener(event, listener);
  };
}
