/**
 * Firefox tells of webRequest events in batches, and none of a batch goes on before all are answered
 * (`ConduitsParent.batch`). So a request that waits for a renewal would hold the renewal's own request back, and wait
 * for ever, if both came in one batch. All events of a batch come in one task; whoever waits gives up when the batch is
 * released.
 */
export function createEventBatches(): { join: () => Promise<void>; release: () => void } {
  let batch: PromiseWithResolvers<void> | undefined;
  const getBatch = (): PromiseWithResolvers<void> => {
    if (!batch) {
      batch = Promise.withResolvers();
      setTimeout(() => {
        batch = undefined;
      });
    }
    return batch;
  };
  return {
    /** To be called synchronously in a listener. Settles when an event of the same batch must not be held back. */
    join: () => getBatch().promise,
    /** To be called synchronously in a listener whose event must not be held back. */
    release: () => getBatch().resolve(),
  };
}
