import browser from 'webextension-polyfill';

/** An alarm far ahead would sleep through a change of the clock; after a day there is a look at it in any case. */
const MAX_DELAY_MS = 24 * 60 * 60_000;
/** Chromium's alarms ring at most every 30 seconds. A timer is exact, as long as the background lives. */
const TIMER_BELOW_MS = 30_000;

const timers = new Map<string, ReturnType<typeof setTimeout>>();
let wake = (_name: string): void => {};

/** Sets the alarm of this name: to a time, in milliseconds since the epoch, or to none. */
export async function wakeAt(name: string, timeMs: number | undefined): Promise<void> {
  clearTimeout(timers.get(name));
  timers.delete(name);
  if (timeMs === undefined) {
    await browser.alarms.clear(name);
    return;
  }
  const delayMs = Math.min(Math.max(timeMs - Date.now(), 0), MAX_DELAY_MS);
  if (delayMs < TIMER_BELOW_MS) timers.set(name, setTimeout(wake, delayMs, name));
  await browser.alarms.create(name, { when: Date.now() + delayMs });
}

/** Calls back at each alarm, and when the network is back. Must be called synchronously at start. */
export function onWake(onAlarm: (name: string) => Promise<void>, onOnline: () => Promise<void>): void {
  wake = (name) => void onAlarm(name);
  browser.alarms.onAlarm.addListener(({ name }) => wake(name));
  addEventListener('online', () => void onOnline());
}
