import { EMPTY_TOKEN_FORM, type TokenForm, withoutSecrets } from '@/utils/oauth2/token-form';
import { draftFormItem, rememberedFormItem } from './storage';

/** The form to begin with: what was half filled in, else the last login without its secrets, else the defaults. */
export async function readDraftForm(): Promise<TokenForm> {
  return (await draftFormItem.getValue()) ?? (await rememberedFormItem.getValue()) ?? EMPTY_TOKEN_FORM;
}

let lastChange: Promise<void> = Promise.resolve();

/** Keeps what was typed, field by field: another popup may have changed others. */
export function changeDraftForm(part: Partial<TokenForm>): Promise<void> {
  const change = async (): Promise<void> => draftFormItem.setValue({ ...(await readDraftForm()), ...part });
  lastChange = lastChange.then(change, change);
  return lastChange;
}

/** Keeps the form of a login that succeeded, without its secrets, for the next one. */
export function rememberLogin(form: TokenForm): Promise<void> {
  return rememberedFormItem.setValue(withoutSecrets(form));
}

/** Forgets every secret that was typed; what is no secret stays filled in. */
export async function forgetSecrets(): Promise<void> {
  const draft = await readDraftForm();
  await draftFormItem.setValue(withoutSecrets(draft));
}
