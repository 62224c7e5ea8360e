/** Creates a queue of changes: one at a time, so that none is lost; one that fails does not stop the later ones. */
export function createInTurn(): <T>(change: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (change) => {
    const turn = last.then(change, change);
    last = turn;
    return turn;
  };
}
