import { EMPTY_TOKEN_FORM, type TokenForm, withoutSecrets } from '@/utils/oauth2/token-form';
import { draftFormItem, rememberedFormItem } from './storage';

/** The form to begin with: what was half filled in, else the last login without its secrets, else the defaults. */
export async function readDraftForm(): Promise<TokenForm> {
  return (await draftFormItem.getValue()) ?? (await rememberedFormItem.getValue()) ?? EMPTY_TOKEN_FORM;
}

let unwritten: Partial<TokenForm> = {};
let writing: Promise<void> | undefined;

/**
 * Keeps what was typed, field by field: another popup may have changed others. Resolves when it is written. What is
 * typed during a write is written with the next one, so that a popup that closes loses nothing that waits in a queue.
 */
export function changeDraftForm(part: Partial<TokenForm>): Promise<void> {
  unwritten = { ...unwritten, ...part };
  writing ??= writeChanges().finally(() => {
    writing = undefined;
  });
  return writing;
}

async function writeChanges(): Promise<void> {
  while (Object.keys(unwritten).length > 0) {
    const stored = await readDraftForm();
    const changes = unwritten;
    unwritten = {};
    await draftFormItem.setValue({ ...stored, ...changes });
  }
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
