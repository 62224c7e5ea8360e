import { defineContentScript } from 'wxt/utils/define-content-script';
import { armPage } from '@/utils/injection/arm-page';

/** A named export too, because the production build runs it without WXT's wrapper. */
export const main = (): void => armPage(window);

/** The page script. Runs in the page's own world, where it can wrap fetch and XMLHttpRequest; knows no token. */
export default defineContentScript({
  matches: ['https://*.knetikcloud.com/*'],
  runAt: 'document_start',
  allFrames: true,
  matchOriginAsFallback: true,
  world: 'MAIN',
  // Firefox adds the header as the request leaves and needs nothing in the page.
  exclude: ['firefox'],
  main,
});
