import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { readBaseUrl } from '@/utils/oauth2/base-url';
import type { Profile } from '@/utils/profiles/profile';
import type { Situation } from '@/utils/profiles/situation';
import { addProfile } from './add-profile';
import { openImport } from '@/utils/platform/tabs';
import { ProfileName } from './ProfileName';
import { ProfilePicker } from './ProfilePicker';
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
  useEffect(() => listenForShortcut(() => (isOpen ? close() : setOpen(true))), [isOpen]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const stops = [listenForEscape(close), listenForLeaving(whole.current, () => setOpen(false))];
    return () => stops.forEach((stop) => stop());
  }, [isOpen]);
  const add = (baseUrl?: string): void => {
    close();
    void watch(addProfile(profile, baseUrl));
  };
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
        aria-label={`Profile: ${profile.name}${profile.isProduction ? ' production' : ''}. Switch…`}
        title="Switch profile (Ctrl+K)"
        onClick={() => setOpen(!isOpen)}
      >
        <ProfileName profile={profile} />
        <span aria-hidden="true">▾</span>
      </button>
      {isOpen ? (
        <div id={panelId} class="profile-panel" role="dialog" aria-label="Switch profile">
          <ProfilePicker current={profile} situation={situation} onDone={close} />
          <div class="actions">
            <button type="button" class="quiet" onClick={() => add()}>
              New profile
            </button>
            {page.ok ? (
              <button type="button" class="quiet" title={page.origin} onClick={() => add(page.origin)}>
                New from this page
              </button>
            ) : null}
            {page.ok ? (
              <button
                type="button"
                class="quiet"
                title="Reads the page’s Swagger or OpenAPI description"
                onClick={() => void openImport(tabUrl ?? '')}
              >
                Import from this page…
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
