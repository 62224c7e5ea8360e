import { parseArgs } from 'node:util';
import { type BrowserName, browserNames } from '../scripts/browsers.ts';

export const USAGE =
  'Usage: npm run soak -- [--browser=chromium|firefox] [--minutes=5] [--seed=number] [--no-build] [--no-model]';

export interface SoakArguments {
  browserName: BrowserName;
  minutes: number;
  seed: number;
  build: boolean;
  /** Whether the model's random lives come first. */
  model: boolean;
}

/** Undefined for what is no usage. */
export function readSoakArguments(args: string[], drawSeed: () => number): SoakArguments | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: {
        browser: { type: 'string', default: 'chromium' },
        minutes: { type: 'string', default: '5' },
        seed: { type: 'string' },
        'no-build': { type: 'boolean', default: false },
        'no-model': { type: 'boolean', default: false },
      },
    });
    const browserName = browserNames.find((each) => each === values.browser);
    const minutes = Number(values.minutes);
    const seed = values.seed === undefined ? drawSeed() : Number(values.seed);
    if (!browserName || !(minutes > 0) || !Number.isSafeInteger(seed)) return undefined;
    return { browserName, minutes, seed, build: !values['no-build'], model: !values['no-model'] };
  } catch {
    // An option that there is not.
    return undefined;
  }
}
