import type { ImportedSecrets } from '@/utils/imports/imported-profile';
import { hasSecrets } from '@/utils/oauth2/token-form';
import { getHeldToken } from '@/utils/oauth2/token-state';
import type { KeptSecrets, VaultContent } from '@/utils/vault/vault-content';
import { tokenStatesItem } from './storage';
import { readDraftForms } from './token-forms';

/** Every secret that is in memory, by the profile's id: for the vault, which keeps them over the browser's end. */
export async function collectSecrets(): Promise<VaultContent> {
  const [states, drafts] = await Promise.all([tokenStatesItem.getValue(), readDraftForms()]);
  const content: Record<string, KeptSecrets> = {};
  for (const [id, form] of Object.entries(drafts)) if (hasSecrets(form)) content[id] = { form };
  for (const [id, state] of Object.entries(states)) {
    const held = getHeldToken(state);
    if (!held) continue;
    // What went wrong in renewing it is tried anew after the next start.
    const { renewal: _renewal, ...token } = held;
    content[id] = { ...content[id], token };
  }
  return content;
}

/**
 * What each profile, by its id, logs in with: what was typed last, else what its token was asked for with. A profile of
 * which no secret is known is not in it. For exports, which take no issued token along.
 */
export async function collectLoginSecrets(): Promise<ReadonlyMap<string, ImportedSecrets>> {
  const collected = new Map<string, ImportedSecrets>();
  for (const [id, { form, token }] of Object.entries(await collectSecrets())) {
    const pick = (name: keyof ImportedSecrets): string => form?.[name] || token?.login?.[name] || '';
    const secrets = {
      client_secret: pick('client_secret'),
      password: pick('password'),
      token: pick('token'),
      refresh_token: pick('refresh_token'),
    };
    if (Object.values(secrets).some((secret) => secret !== '')) collected.set(id, secrets);
  }
  return collected;
}
