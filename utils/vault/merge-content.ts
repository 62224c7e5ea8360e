import { SECRET_PARAMETERS } from '@/utils/oauth2/grants';
import { hasSecrets, type TokenForm } from '@/utils/oauth2/token-form';
import type { KeptSecrets, VaultContent } from './vault-content';

const isSameLogin = (a: TokenForm, b: TokenForm): boolean =>
  a.base_url === b.base_url && a.client_id === b.client_id && a.username === b.username;

/** While the vault is locked every secret starts out empty: an empty one was not typed, it was not emptied. */
export function mergeForms(kept: TokenForm, typed: TokenForm): TokenForm {
  if (!hasSecrets(typed)) return kept;
  if (!isSameLogin(kept, typed)) return typed;
  const merged = { ...typed };
  for (const name of SECRET_PARAMETERS) merged[name] ||= kept[name];
  return merged;
}

function mergeSecrets(kept: KeptSecrets, newer: KeptSecrets): KeptSecrets {
  const form = kept.form && newer.form ? mergeForms(kept.form, newer.form) : (newer.form ?? kept.form);
  const token = newer.token ?? kept.token;
  return { ...(form && { form }), ...(token && { token }) };
}

/**
 * What the vault held, and over it what came since it was locked: a login made meanwhile is the newer one. What is only
 * in one of both stays; a logout made meanwhile concerned another token than the one in the vault.
 */
export function mergeContent(kept: VaultContent, newer: VaultContent): VaultContent {
  const ids = new Set([...Object.keys(kept), ...Object.keys(newer)]);
  const getOwn = (content: VaultContent, id: string): KeptSecrets =>
    Object.hasOwn(content, id) ? (content[id] ?? {}) : {};
  return Object.fromEntries(Array.from(ids, (id) => [id, mergeSecrets(getOwn(kept, id), getOwn(newer, id))]));
}
