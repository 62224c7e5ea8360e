// npm run mutate [-- utils/oauth2 …]: breaks the code in every small way, one at a time, and counts what no test notices.
import { Stryker } from '@stryker-mutator/core';

const FOLDERS = ['utils/oauth2', 'utils/injection', 'utils/services'];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((folder) => !FOLDERS.includes(folder));
if (unknown.length > 0) {
  console.error(`What is "${unknown.join(' ')}"? Usage: npm run mutate [-- ${FOLDERS.join(' ')}]`);
  process.exit(2);
}

// One after the other, so that each has a score of its own to keep.
for (const folder of wanted.length > 0 ? wanted : FOLDERS) {
  const report = `.output/mutation/${folder.replace('/', '-')}`;
  await new Stryker({
    configFile: 'scripts/mutation/stryker.json',
    mutate: [`${folder}/**/*.ts`, `!${folder}/**/*.test.ts`],
    // The tests beside it: what they let pass must not be left to be found from far away.
    vitest: { configFile: 'scripts/mutation/vitest.config.ts', dir: folder },
    jsonReporter: { fileName: `${report}.json` },
    htmlReporter: { fileName: `${report}.html` },
  }).runMutationTest();
}
