import browser from 'webextension-polyfill';

const NAME = 'wake-up';
/** An alarm far ahead would sleep through a change of the clock; after a day there is a look at it in any case. */
const MAX_DELAY_MS = 24 * 60 * 60_000;
/** Chromium's alarms ring at most every 30 seconds. A timer is exact, as long as the background lives. */
const TIMER_BELOW_MS = 30_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let wake = (): void => {};

/** Sets the one alarm there is: to a time, in milliseconds since the epoch, or to none. */
export async function wakeAt(timeMs: number | undefined): Promise<void> {
  clearTimeout(timer);
  if (timeMs === undefined) {
    await browser.alarms.clear(NAME);
    return;
  }
  const delayMs = Math.min(Math.max(timeMs - Date.now(), 0), MAX_DELAY_MS);
  if (delayMs < TIMER_BELOW_MS) timer = setTimeout(() => wake(), delayMs);
  await browser.alarms.create(NAME, { when: Date.now() + delayMs });
}

/** Calls back at the alarm, and when the network is back. Must be called synchronously at start. */
export function onWake(callback: () => Promise<void>): void {
  wake = () => void callback();
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) wake();
  });
  addEventListener('online', wake);
}
