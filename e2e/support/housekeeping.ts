import type { Housekeeping } from '../../scripts/evidence/traffic.ts';
import type { BrowserName } from './harness.ts';

/** What the browsers do by themselves, and no switch of theirs turns off. In Chromium all of it, too, ends at the sandbox. */
export const HOUSEKEEPING: Readonly<Record<BrowserName, readonly Housekeeping[]>> = {
  chromium: [
    { kind: 'request', host: 'accounts.google.com', why: 'asks who is logged in at Google: nobody' },
    { kind: 'request', host: 'update.googleapis.com', why: 'asks for updates of built-in extensions' },
    {
      kind: 'connection',
      host: '[2001:4860:4860::8888]',
      why: 'has the system look for a way to the IPv6 internet; a UDP socket that sends nothing',
    },
    // By `launchChromium`.
    { kind: 'lookup', host: '~notfound', why: 'the tests have it find no address for a name of theirs' },
  ],
  firefox: [],
};
