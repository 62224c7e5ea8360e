import browser from 'webextension-polyfill';

/** Has the background run when the browser starts: without a listener it would sleep until the first message. */
export function wakeAtStartup(): void {
  browser.runtime.onStartup.addListener(() => {
    // Being started is all that is wanted; what there is to do is done at every start.
  });
}
