import { useEffect, useState } from 'preact/hooks';

interface Watchable<T> {
  getValue(): Promise<T>;
  watch(callback: (value: T) => void): () => void;
}

/** A stored item's value, kept up to date; undefined until it was read. */
export function useStored<T>(item: Watchable<T>): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    let isOutdated = false;
    const stopWatching = item.watch((changed) => {
      // A change seen during the first read is newer than what that read will bring.
      isOutdated = true;
      setValue(() => changed);
    });
    void item.getValue().then((read) => {
      if (!isOutdated) setValue(() => read);
    });
    return () => {
      isOutdated = true;
      stopWatching();
    };
  }, [item]);
  return value;
}
