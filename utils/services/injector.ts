import { getReach, type Reaches, type Switches } from '@/utils/injection/reach';
import type { Injection } from '@/utils/injection/session-rules';
import { getHeldToken, type TokenState } from '@/utils/oauth2/token-state';

export interface InjectionInputs {
  state: TokenState;
  reaches: Reaches;
  switches: Switches;
}

/** What is to be injected in this state; undefined for nothing. */
export function getInjection({ state, reaches, switches }: InjectionInputs): Injection | undefined {
  const token = getHeldToken(state);
  if (!token || switches.paused) return undefined;
  const { access_token, api_origin } = token;
  const { pages, apis, links, everything } = getReach(reaches, api_origin);
  const pageOrigins = [api_origin, ...pages].filter((origin) => !switches.offSites.includes(origin));
  if (pageOrigins.length === 0) return undefined;
  return { access_token, apiOrigins: [api_origin, ...apis], pageOrigins, offTabs: switches.offTabs, links, everything };
}

/** The pages of all logins, now and to come: an open page needs no reload when it was watched before. */
export function listPages({ state, reaches }: InjectionInputs): string[] {
  const token = getHeldToken(state);
  const further = Object.entries(reaches).flatMap(([api_origin, { pages }]) => [api_origin, ...pages]);
  return [...new Set([...(token ? [token.api_origin] : []), ...further])];
}

/** Every origin that the user has chosen: pages, APIs and logins. */
export function listOrigins(inputs: InjectionInputs): string[] {
  return [...listPages(inputs), ...Object.values(inputs.reaches).flatMap(({ apis }) => apis)];
}

/**
 * Makes the browser follow the stored state. Calls run one after the other, and each reads the state anew, so the last
 * one leaves the browser as the last state says.
 */
export function createInjector(ports: {
  read(): Promise<InjectionInputs>;
  /** @param pages those of `listPages` */
  apply(injection: Injection | undefined, pages: readonly string[]): Promise<void>;
}): { applyState: () => Promise<void> } {
  let last: Promise<void> = Promise.resolve();
  const run = async (): Promise<void> => {
    const inputs = await ports.read();
    await ports.apply(getInjection(inputs), listPages(inputs));
  };
  return {
    applyState() {
      // A failed application must not stop the later ones.
      last = last.then(run, run);
      return last;
    },
  };
}
