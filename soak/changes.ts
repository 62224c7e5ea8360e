// What changes whose token is in force: the world is told before and after, and the background may die in between.
import { askBackground, askDying } from './ask-background.ts';
import { findPlayer, TYPED_NAME } from './cast.ts';
import { endLogin, makeRefreshToken } from './server-side.ts';
import { getId, type Stage } from './stage.ts';
import type { World } from './world.ts';

const DYING_SHARE = 0.15;
const DIES_WITHIN_MS = 60;
const MAX_LOGINS = 10;
export const PASSPHRASE = 'four short words here';

type Asked = readonly [type: string, data: unknown];

export async function change(stage: Stage, next: Partial<World>, [type, data]: Asked): Promise<unknown> {
  const { timeline } = stage;
  timeline.begin({ ...timeline.now, ...next }, Date.now());
  await dieAtTimes(stage, type, data);
  const answer = await askBackground(stage, type, data);
  timeline.end(Date.now());
  return answer;
}

async function dieAtTimes(stage: Stage, type: string, data: unknown): Promise<void> {
  const { random, tally } = stage;
  const [dies, afterMs] = [random.chance(DYING_SHARE), random.below(DIES_WITHIN_MS)];
  if (!dies || !stage.mayStop) return;
  tally.count('stops', 'in the middle');
  tally.note(`  the background dies ${afterMs} ms into ${type}`);
  await askDying(stage, { type, data, afterMs });
}

/** Tries until it works, as a user would. */
export async function logIn(stage: Stage, name: string): Promise<void> {
  const { timeline, faults, ledger } = stage;
  const { form, owner } = findPlayer(name);
  const typed = name === TYPED_NAME ? { ...form, refresh_token: await makeRefreshToken(stage) } : form;
  if (name === TYPED_NAME) stage.typedRefreshToken = typed.refresh_token;
  const { loggedIn, lost } = timeline.now;
  faults.loggingIn.add(owner);
  timeline.begin({ ...timeline.now, loggedIn: new Set([...loggedIn, name]), lost: without(lost, name) }, Date.now());
  const login = { profileId: getId(stage, name), form: typed };
  await dieAtTimes(stage, 'requestToken', login);
  for (let times = 1; ; times += 1) {
    await askBackground(stage, 'requestToken', login);
    const state = await readState(stage, name);
    if (state?.kind === 'issued') break;
    if (times === MAX_LOGINS)
      throw new Error(`${name} could not log in ${MAX_LOGINS} times: ${JSON.stringify(state?.failure)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  timeline.end(Date.now());
  ledger.forgive(owner);
  faults.loggingIn.delete(owner);
}

async function readState(stage: Stage, name: string): Promise<{ kind: string; failure?: object } | undefined> {
  const { tokenStates = {} } = await stage.control.readStorage('session');
  return (tokenStates as Record<string, { kind: string; failure?: object }>)[getId(stage, name)];
}

export async function logOut(stage: Stage, name: string): Promise<void> {
  const { loggedIn, lost } = stage.timeline.now;
  const next = { loggedIn: without(loggedIn, name), lost: without(lost, name) };
  await change(stage, next, ['logOut', getId(stage, name)]);
}

/** The one that holds nothing but a refresh token cannot come back by itself. */
export async function endLoginAtServer(stage: Stage): Promise<void> {
  const { timeline } = stage;
  timeline.begin({ ...timeline.now, lost: new Set([...timeline.now.lost, TYPED_NAME]) }, Date.now());
  await endLogin(stage, stage.typedRefreshToken);
  timeline.end(Date.now());
}

export async function lock(stage: Stage): Promise<void> {
  const { loggedIn } = stage.timeline.now;
  await change(stage, { loggedIn: new Set(), vaulted: loggedIn }, ['lockVault', null]);
}

export async function unlock(stage: Stage): Promise<void> {
  const { loggedIn, vaulted = [] } = stage.timeline.now;
  const asked = { passphrase: PASSPHRASE, source: 'vault' };
  const next = { loggedIn: new Set([...loggedIn, ...vaulted]), vaulted: undefined };
  const answer = (await change(stage, next, ['unlockVault', asked])) as { ok: boolean };
  if (!answer.ok) throw new Error(`The vault did not open: ${JSON.stringify(answer)}`);
}

export function without<T>(set: ReadonlySet<T>, one: T): Set<T> {
  return new Set([...set].filter((each) => each !== one));
}
