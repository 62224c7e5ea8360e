import type { TokenForm } from '../utils/oauth2/token-form.ts';
import { type Player, players, TYPED_NAME } from './cast.ts';
import type { Stored } from './stored.ts';
import type { World } from './world.ts';

/** What is not as it is to be when nothing fails and nobody does anything. */
export function findStuck(
  stored: Stored,
  {
    world,
    ids,
    typedRefreshToken,
    nowMs,
  }: {
    world: World;
    ids: ReadonlyMap<string, string>;
    typedRefreshToken: string;
    nowMs: number;
  },
): string[] {
  const idOf = ({ name }: Player): string => ids.get(name) ?? '';
  const loggedIn = players.filter(({ name }) => world.loggedIn.has(name));
  const renewed = loggedIn.map((player) => `renew:${idOf(player)}`);
  const wantedAlarms = [...(world.vaulted ? [] : ['look']), ...renewed].toSorted();
  const names = (list: readonly string[]): string =>
    list.map((each) => players.reduce((text, player) => text.replace(idOf(player), player.name), each)).join(', ');
  return [
    ...(stored.journals.length > 0 ? [`a request is under way: ${names(stored.journals)}`] : []),
    ...(String(stored.alarms) === String(wantedAlarms)
      ? []
      : [`the alarms are ${names(stored.alarms)}; not ${names(wantedAlarms)}`]),
    ...players.flatMap((player) => {
      const token = stored.tokens[idOf(player)];
      const profile = stored.profiles[idOf(player)];
      const expected = { ...player.form, password: '', refresh_token: '' };
      const isKept = profile && profile.name === player.name && isSameForm(profile.form, expected);
      const kept = isKept ? [] : [`the profile of ${player.name} is not as it was saved`];
      if (!world.loggedIn.has(player.name)) return token ? [...kept, `${player.name} is logged in still`] : kept;
      if (!token) return [...kept, `the login of ${player.name} is gone`];
      return [...kept, ...findTokenProblems(token, player, { typedRefreshToken, nowMs })];
    }),
  ];
}

function findTokenProblems(
  token: Stored['tokens'][string],
  { name, form }: Player,
  { typedRefreshToken, nowMs }: { typedRefreshToken: string; nowMs: number },
): string[] {
  const { renewal, expiresAtMs = 0, refresh_token, login } = token;
  const typed = name === TYPED_NAME ? { ...form, refresh_token: typedRefreshToken } : form;
  return [
    ...(renewal ? [`${name} has trouble: ${renewal.failure.code}, tried ${renewal.attempts} times`] : []),
    ...(expiresAtMs > nowMs ? [] : [`the token of ${name} is over`]),
    ...(form.grant === 'client_credentials' || refresh_token ? [] : [`the refresh token of ${name} is gone`]),
    ...(name === TYPED_NAME && refresh_token !== typedRefreshToken ? [`${name} has another refresh token`] : []),
    ...(login && isSameForm(login, typed) ? [] : [`the login of ${name} is not kept`]),
  ];
}

function isSameForm(form: TokenForm, expected: TokenForm): boolean {
  return Object.entries(expected).every(([name, value]) => form[name as keyof TokenForm] === value);
}
