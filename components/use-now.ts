import { useEffect, useState } from 'preact/hooks';

/** The time in milliseconds since the epoch, anew every second and whenever something else is shown anew. */
export function useNow(): number {
  const [, setTicks] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTicks((ticks) => ticks + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  // Not the time of the last tick: an event that came since then would lie in the future.
  return Date.now();
}
