import { measureActivity } from './activity/measure-activity.ts';
import { measureColdStart } from './background/cold-start.ts';
import { measureMemory } from './background/memory.ts';
import { measureRenewal } from './background/renewal.ts';
import { measureTokenPost } from './background/token-post.ts';
import { measureInjection } from './injection/measure-injection.ts';
import { measurePopup } from './popup/measure-popup.ts';
import { measureProfiles } from './profiles/measure-profiles.ts';
import type { Bench } from './support/bench.ts';

/** All there are, in the order in which they are run. */
export const BENCHES = {
  injection: {
    measure: measureInjection,
    browsers: ['chromium', 'firefox'],
    about: `What a page pays. _JavaScript heap_ and _page load_: the same small page in three ways: _armed_ (its API requests carry the
token), _not armed_ (the extension is there, but has no token for it) and in a browser without the extension. _Page script
alone_: one call of \`fetch\` or \`XMLHttpRequest\` with the network taken out, so that microseconds show. _Real requests_: the
same over the network to a server on this machine.`,
  },
  popup: {
    measure: measurePopup,
    browsers: ['chromium'],
    about: `How long after it is opened the popup can be used: the form when logged out, the token's card when logged in. The floor is a
popup with a form of four fields and nothing else, by the same bundler and Preact.`,
  },
  'cold-start': {
    measure: measureColdStart,
    browsers: ['chromium', 'firefox'],
    about: `What it costs that the browser had stopped the background. _Page opened → first answer_ and _first request → answer_: a page
whose first line sends a request, which carries the token either way (else the bench fails). _“Get token” → token in force_:
the popup asks a background that has to start first.`,
  },
  'token-post': {
    measure: measureTokenPost,
    browsers: ['chromium'],
    about: `A token request against a bare \`fetch\` with the same body to the same server, in the same service worker. _The POST alone_ is
the network's part. _Asked → token in force_ is all of it, from the popup's message until the token is stored and the browser's rules are
set; of the bare \`fetch\`, until the answer is read.`,
  },
  renewal: {
    measure: measureRenewal,
    browsers: ['chromium'],
    about: `From the moment a renewal reaches the token endpoint until the last open tab has sent a request with the new token. The floor is
the same without a renewal: all tabs are told to send one request, and do. What is added is the answer, storing it, changing the rules,
and that a tab which still sent the old token sends once more; so about twice the floor is the least for many tabs.`,
  },
  memory: {
    measure: measureMemory,
    browsers: ['chromium'],
    about: `The background's JavaScript heap after garbage collection: just started, against the worker of an extension that does nothing; then
after 1,000 and 2,000 requests that it saw. (That of pages is in the first table.)`,
  },
  profiles: {
    measure: measureProfiles,
    browsers: ['chromium'],
    about: `What 1,000 profiles cost the one who has them: opening the popup, and opening the list of profiles in it.`,
  },
  activity: {
    measure: measureActivity,
    browsers: ['chromium'],
    about: `A page sends 1,000 requests a second for one second, all of which arrive with the token and are seen (else the bench fails). _All
answered_: how long that takes, against a browser without the extension; above 1,000 ms somebody could not keep up. _Late by_:
how long the page's own code waits for its turn meanwhile. Then, against ten requests a second: opening the popup meanwhile, and how
often the list of requests is written.`,
  },
} satisfies Record<string, Bench>;

export type BenchName = keyof typeof BENCHES;
export const benchNames = Object.keys(BENCHES) as BenchName[];
