import { EMPTY_TOKEN_FORM, type TokenForm, withoutSecrets } from '@/utils/oauth2/token-form';
import { awaitingPermissionItem, draftFormItem, rememberedFormItem } from './storage';

/** The form as it was read last, and as other popups have changed it since. */
let lastKnown = EMPTY_TOKEN_FORM;
let typedHere: Partial<TokenForm> = {};
let stopWatching = (): void => {};

/** The form to begin with: what was half filled in, else the last login without its secrets, else the defaults. */
export async function readDraftForm(): Promise<TokenForm> {
  typedHere = {};
  stopWatching();
  stopWatching = draftFormItem.watch((changed) => {
    lastKnown = changed ?? lastKnown;
  });
  lastKnown = (await draftFormItem.getValue()) ?? (await rememberedFormItem.getValue()) ?? EMPTY_TOKEN_FORM;
  return lastKnown;
}

/**
 * Keeps what was typed since the form was read, field by field: another popup may have changed others. The write leaves
 * at once, without reading anything first, because the popup may close at the next moment.
 */
export function changeDraftForm(part: Partial<TokenForm>): Promise<void> {
  typedHere = { ...typedHere, ...part };
  return draftFormItem.setValue({ ...lastKnown, ...typedHere });
}

/** Keeps the form of a login that succeeded, without its secrets, for the next one. */
export function rememberLogin(form: TokenForm): Promise<void> {
  return rememberedFormItem.setValue(withoutSecrets(form));
}

/** Forgets every secret that was typed; what is no secret stays filled in. */
export async function forgetSecrets(): Promise<void> {
  const draft = await readDraftForm();
  await draftFormItem.setValue(withoutSecrets(draft));
  await awaitingPermissionItem.removeValue();
}
