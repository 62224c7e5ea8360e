import { useState } from 'preact/hooks';

/** `silent`: nobody answered; `denied`: the user did not give the permission that was asked for. */
export type Trouble = 'silent' | 'denied';

/**
 * Whatever the background does shows in what is stored; only that it does nothing has to be said by the one who asked.
 * `watch` never rejects.
 */
export function useAsking(): { trouble: Trouble | undefined; watch: (asking: Promise<unknown>) => Promise<void> } {
  const [trouble, setTrouble] = useState<Trouble>();
  const watch = (asking: Promise<unknown>): Promise<void> =>
    asking.then(
      (isGranted) => setTrouble(isGranted === false ? 'denied' : undefined),
      () => setTrouble('silent'),
    );
  return { trouble, watch };
}
