import { useEffect, useState } from 'preact/hooks';

/**
 * What `read` answers, read anew whenever `watch` calls back; undefined until it was read first. Reads may overlap: none
 * replaces what a later one has found. Both must be the same functions each time.
 */
export function useLive<T>(read: () => Promise<T>, watch: (callback: () => void) => () => void): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    let [begun, shown] = [0, 0];
    const look = async (): Promise<void> => {
      begun += 1;
      const mine = begun;
      const found = await read();
      if (mine < shown) return;
      shown = mine;
      setValue(() => found);
    };
    // Watching begins first: a change during the first read starts another one.
    const stop = watch(() => void look());
    void look();
    return () => {
      shown = Infinity;
      stop();
    };
  }, [read, watch]);
  return value;
}
