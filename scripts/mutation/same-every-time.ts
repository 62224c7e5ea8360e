// Random cases are the same in each run: a mutant that is killed today must not survive tomorrow.
import * as fc from 'fast-check';

fc.configureGlobal({ seed: 20261123, numRuns: 30 });
