import type { ApiReply } from '@/utils/oauth2/who-am-i';
import { askServer } from './ask-server';

/** GETs an address of the API that issued this access token, with it as bearer (RFC 6750 §2.1). Never throws. */
export function getFromApi(url: string, access_token: string): Promise<ApiReply> {
  return askServer(url, { headers: { authorization: `Bearer ${access_token}` } }, new AbortController().signal);
}
