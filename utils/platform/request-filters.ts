import type { WebRequest } from 'webextension-polyfill';
import { LOADED_TYPES } from '@/utils/injection/loaded-types';

// The browser tells of those hosts only that the user has allowed.
export const HTTP_URLS = ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'];
export const SOCKET_URLS = ['wss://*/*', 'ws://localhost/*', 'ws://127.0.0.1/*'];

/** What pages load, in the words of this browser; Chromium refuses those that are Firefox's own. */
export function listLoadedTypes(): WebRequest.ResourceType[] {
  return ['sub_frame', ...LOADED_TYPES, ...(import.meta.env.FIREFOX ? (['imageset', 'beacon'] as const) : [])];
}
