import { calledBy, TYPED_NAME } from './cast.ts';
import { change, logIn, unlock } from './changes.ts';
import { findStuck } from './find-stuck.ts';
import { buildSoakQuery } from './judge-request.ts';
import type { OpenPage, Stage } from './stage.ts';
import { readStored } from './stored.ts';
import { getInForce } from './world.ts';

/** So long after the last fault all is to be well: 16 s for an answer that is too late, and what it takes to ask again. */
const RECOVERY_MS = 30_000;
const LOOK_EVERY_MS = 100;

/** Ends faults and whatever the user has stopped, and waits until all is well. Resolves with how long that took. */
export async function calmDown(stage: Stage): Promise<number> {
  const { timeline, faults, tally } = stage;
  const { rate } = faults;
  faults.rate = 0;
  tally.note('calm');
  const beganMs = Date.now();
  if (timeline.now.vaulted) await unlock(stage);
  if (timeline.now.paused) await change(stage, { paused: false }, ['changeSwitches', { kind: 'all', on: true }]);
  if (timeline.now.lost.size > 0) await logIn(stage, TYPED_NAME);
  let problems: string[] = [];
  do {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    problems = [...(await look(stage)), ...(await askAll(stage))];
  } while (problems.length > 0 && Date.now() < beganMs + RECOVERY_MS);
  for (const problem of problems) tally.violate(`Stuck ${RECOVERY_MS / 1000} s after the last fault: ${problem}.`);
  faults.rate = rate;
  return Date.now() - beganMs;
}

async function look({ control, timeline, ids, typedRefreshToken }: Stage): Promise<string[]> {
  const stored = await readStored(control);
  return findStuck(stored, { world: timeline.now, ids, typedRefreshToken, nowMs: Date.now() });
}

/** Each page asks each of its APIs once. Whose token that carried is judged where it arrives. */
async function askAll({ pages, timeline }: Stage): Promise<string[]> {
  const answers = await Promise.all(
    pages.flatMap((each, index) =>
      (calledBy[each.origin] ?? []).map(async (api) => {
        const wanted = getInForce(timeline.now, each.origin, api) === undefined ? 401 : 200;
        const status = await askFrom(each, api, index);
        return status === wanted ? [] : `a page of ${each.origin} was answered ${status} by ${api}`;
      }),
    ),
  );
  return answers.flat();
}

function askFrom({ page, origin }: OpenPage, api: string, index: number): Promise<number | string> {
  const url = `${api}/me${buildSoakQuery(origin, Date.now(), `&calm=${index}`)}`;
  return page.evaluate((asked) => fetch(asked).then(({ status }) => status, String), url);
}
