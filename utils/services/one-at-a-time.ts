interface Run<Purpose> {
  purpose: Purpose;
  /** Settles when it is over, as it went. */
  finished: Promise<void>;
  isGivenUp: () => boolean;
}

export interface OneAtATime<Purpose> {
  /** Runs this when everything before it is over; does not run it at all when it is given up by then. */
  start: (purpose: Purpose, work: (signal: AbortSignal) => Promise<void>) => Promise<void>;
  /** The run under way, or waiting, that was started last and is not given up. */
  getLast: (purpose?: Purpose) => Run<Purpose> | undefined;
  /** Gives up all runs, or those of one purpose, and waits until they are over. */
  giveUp: (purpose?: Purpose) => Promise<void>;
  /** Settles when all that was started by now is over. */
  untilIdle: () => Promise<void>;
}

/** Creates a queue in which only one piece of work runs at a time, after `first` has settled. */
export function createOneAtATime<Purpose>(first: Promise<unknown>): OneAtATime<Purpose> {
  const runs = new Set<Run<Purpose> & { controller: AbortController }>();
  const isWanted = (run: Run<Purpose>, purpose?: Purpose): boolean => purpose === undefined || run.purpose === purpose;
  let idle: Promise<unknown> = Promise.allSettled([first]);

  return {
    start(purpose, work) {
      const controller = new AbortController();
      const { signal } = controller;
      const turn = idle;
      const givenUp = new Promise((resolve) => signal.addEventListener('abort', resolve));
      const finished = Promise.race([turn, givenUp])
        .then(() => (signal.aborted ? undefined : work(signal)))
        .finally(() => runs.delete(run));
      const run = { purpose, finished, controller, isGivenUp: () => signal.aborted };
      runs.add(run);
      idle = Promise.allSettled([turn, finished]);
      return finished;
    },

    getLast: (purpose) => [...runs].findLast((run) => isWanted(run, purpose) && !run.isGivenUp()),

    async giveUp(purpose) {
      const unwanted = [...runs].filter((run) => isWanted(run, purpose));
      for (const { controller } of unwanted) controller.abort();
      await Promise.allSettled(unwanted.map(({ finished }) => finished));
    },

    untilIdle: () => idle.then(() => {}),
  };
}
