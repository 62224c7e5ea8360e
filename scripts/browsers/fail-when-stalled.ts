/** Tells the watch that something has moved; `last` that all has arrived and the rest is local work. */
type Report = (progress: 'more' | 'last') => void;

/**
 * Waits for work that reports its progress, and gives up when it reports none for `limitMs`. The work itself cannot
 * be stopped and may hold a socket open: the process has to be ended with `process.exit`.
 */
export async function failWhenStalled<T>(limitMs: number, work: (report: Report) => Promise<T>): Promise<T> {
  const stalled = Promise.withResolvers<never>();
  const startWatch = () =>
    setTimeout(() => stalled.reject(new Error(`nothing arrived for ${limitMs / 1000} s`)), limitMs);
  let watch = startWatch();
  const report: Report = (progress) => {
    clearTimeout(watch);
    if (progress === 'more') watch = startWatch();
  };
  try {
    return await Promise.race([work(report), stalled.promise]);
  } finally {
    clearTimeout(watch);
  }
}
