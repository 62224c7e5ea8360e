import browser from 'webextension-polyfill';
import { type TokenForm, withoutSecrets } from '@/utils/oauth2/token-form';
import type { Profile } from '@/utils/profiles/profile';
import { awaitingPermissionItem, defineDraftForm } from './storage';

/** A profile's form while it is being filled in. */
export interface DraftForm {
  /** What was half filled in, else the profile's login without its secrets. */
  read: () => Promise<TokenForm>;
  /**
   * Keeps what was typed since the form was read, field by field: another popup may have changed others. The write
   * leaves at once, without reading anything first, because the popup may close at the next moment.
   */
  change: (part: Partial<TokenForm>) => Promise<void>;
  /** To be called when nobody types any more. */
  stop: () => void;
}

export function openDraftForm({ id, form }: Pick<Profile, 'id' | 'form'>): DraftForm {
  const item = defineDraftForm(id);
  /** The form as it was read last, and as other popups have changed it since. */
  let lastKnown = form;
  let typedHere: Partial<TokenForm> = {};
  const stop = item.watch((changed) => {
    lastKnown = changed ?? form;
  });
  return {
    async read() {
      typedHere = {};
      lastKnown = (await item.getValue()) ?? form;
      return lastKnown;
    },
    change(part) {
      typedHere = { ...typedHere, ...part };
      return item.setValue({ ...lastKnown, ...typedHere });
    },
    stop,
  };
}

/** What is half filled in, by the profile's id. */
export async function readDraftForms(): Promise<Record<string, TokenForm>> {
  const prefix = defineDraftForm('').key.replace('session:', '');
  const stored = await browser.storage.session.get();
  return Object.fromEntries(
    Object.entries(stored).flatMap(([key, form]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), form as TokenForm]] : [],
    ),
  );
}

/** Calls back whenever something was typed, for any profile. To be called at start. */
export function watchDraftForms(callback: () => void): void {
  const prefix = defineDraftForm('').key.replace('session:', '');
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && Object.keys(changes).some((key) => key.startsWith(prefix))) callback();
  });
}

/** Forgets every secret that was typed for this profile; what is no secret stays filled in. */
export async function forgetSecrets(profileId: string): Promise<void> {
  const item = defineDraftForm(profileId);
  const draft = await item.getValue();
  if (draft) await item.setValue(withoutSecrets(draft));
  const waiting = await awaitingPermissionItem.getValue();
  if (waiting?.data.profileId === profileId) await awaitingPermissionItem.removeValue();
}

/** Forgets every secret that was typed, for whichever profile. */
export async function forgetAllSecrets(): Promise<void> {
  for (const id of Object.keys(await readDraftForms())) await forgetSecrets(id);
  const waiting = await awaitingPermissionItem.getValue();
  if (waiting?.type === 'requestToken') await awaitingPermissionItem.removeValue();
}
