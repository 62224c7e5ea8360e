import type { LoggedRequest } from '../sandbox/logged-request.ts';
import { judgeRequest } from './judge-request.ts';
import type { Ledger } from './ledger.ts';
import type { Tally } from './tally.ts';
import type { Timeline } from './world.ts';

/** Looks at each request that has reached a server, once. */
export class SeenRequests {
  readonly #logs: readonly LoggedRequest[][];
  readonly #seen = new Set<string>();

  constructor(...logs: readonly LoggedRequest[][]) {
    this.#logs = logs;
  }

  judgeNew({ ledger, timeline, tally }: { ledger: Ledger; timeline: Timeline; tally: Tally }): void {
    // Taken out, so that hours of requests do not fill the memory.
    for (const request of this.#logs.flatMap((log) => log.splice(0))) {
      const id = request.path.startsWith('/me?') ? `${request.method} ${request.host}${request.path}` : '';
      const { carried, violation } = judgeRequest(request, { ledger, timeline, isAgain: this.#seen.has(id) });
      if (id !== '') this.#seen.add(id);
      tally.count('requests', carried ? `with the token of ${carried}` : 'without a token');
      if (violation !== undefined) tally.violate(violation);
    }
  }
}
