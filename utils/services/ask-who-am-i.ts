import type { IssuedToken } from '@/utils/oauth2/token-response';
import { type ApiReply, readCurrentUser, readMe, type WhoAmI } from '@/utils/oauth2/who-am-i';

/**
 * Asks the API that issued this token who it stands for. Nothing of the answers is stored, and what is told holds no
 * secret, whatever the server repeats ("Invalid access token: …").
 */
export async function askWhoAmI(
  { api_origin, access_token, refresh_token, login }: IssuedToken,
  getFromApi: (url: string, access_token: string) => Promise<ApiReply>,
): Promise<WhoAmI> {
  const typed = login ? [login.client_secret, login.password, login.token, login.refresh_token] : [];
  const secrets = [access_token, refresh_token ?? '', ...typed];
  const [me, user] = await Promise.all([
    getFromApi(`${api_origin}/me`, access_token),
    getFromApi(`${api_origin}/users/me`, access_token),
  ]);
  return { me: readMe(me, secrets), user: readCurrentUser(user, secrets) };
}
