import { askBackground } from './ask-background.ts';
import { calmDown } from './calm.ts';
import { change, logOut } from './changes.ts';
import type { Stage } from './stage.ts';
import { countRules, readStored } from './stored.ts';

/** Logs everybody out: then nothing may be left of it. */
export async function leave(stage: Stage): Promise<void> {
  const { timeline, tally, control, ledger } = stage;
  tally.note('leave');
  await calmDown(stage);
  for (const name of timeline.now.loggedIn) await logOut(stage, name);
  await change(stage, { loggedIn: new Set(), vaulted: undefined }, ['forgetVault', null]);
  // Whatever is late, such as the last requests, still comes.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await askBackground(stage, 'wakeUp', null);
  const { tokens, journals, alarms } = await readStored(control);
  const rules = await countRules(control);
  const all = JSON.stringify([await control.readStorage('local'), await control.readStorage('session')]);
  const left = {
    tokens: Object.keys(tokens).length,
    'requests under way': journals.length,
    alarms: alarms.length,
    rules,
    secrets: [...ledger.secrets].filter((secret) => all.includes(secret)).length,
  };
  for (const [what, count] of Object.entries(left)) {
    if (count > 0) tally.violate(`After everybody has logged out there are ${count} ${what} left.`);
  }
}
