import { buildFormPost } from '@/utils/oauth2/form-post';
import type { FormAnswer } from '@/utils/services/token-keeper-ports';
import { askServer } from './ask-server';

/** POSTs a form (`application/x-www-form-urlencoded`) to a token or revocation endpoint. Never throws. */
export function postForm(url: string, parameters: Record<string, string>, cancel: AbortSignal): Promise<FormAnswer> {
  return askServer(url, buildFormPost(url, parameters), cancel);
}
