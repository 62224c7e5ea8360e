import type { Harness } from '../../e2e/support/harness.ts';
import type { Popup } from '../../e2e/support/popup.ts';
import { readProfiles } from '../../e2e/support/profiles.ts';
import type { Login } from '../../utils/messages/popup-protocol.ts';
import type { TokenForm } from '../../utils/oauth2/token-form.ts';

/** Logs in; answers the popup, which stays open, and with what the background can be asked for a token once more. */
export async function logIn(harness: Harness, fields: Partial<TokenForm>): Promise<{ popup: Popup; login: Login }> {
  const popup = await harness.openPopup();
  await popup.logIn(fields);
  const [profile] = await readProfiles(popup);
  if (!profile) throw new Error('There is no profile.');
  const secrets = { client_secret: '', password: '', token: '', refresh_token: '' };
  return { popup, login: { profileId: profile.id, form: { ...profile.form, ...secrets, ...fields } } };
}
