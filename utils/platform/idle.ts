import browser from 'webextension-polyfill';
import type { IdleState } from '@/utils/vault/auto-lock';

/** Chromium refuses less. */
const MIN_IDLE_SECONDS = 15;

/** False where the browser does not tell that the system's screen is locked. */
export const canSeeSystemLock = (): boolean => !import.meta.env.FIREFOX;

/**
 * Calls back whenever the state changes. To be called at start, as the change may wake the background.
 * @param callback `idle` comes after 60 seconds without input, `locked` at once
 */
export function onIdleChange(callback: (state: IdleState) => void): void {
  browser.idle.onStateChanged.addListener(callback);
}

/** The state now. `idle` when there was no input for these seconds; less than 15 are taken for 15. */
export function getIdleState(seconds: number): Promise<IdleState> {
  return browser.idle.queryState(Math.max(Math.ceil(seconds), MIN_IDLE_SECONDS));
}
