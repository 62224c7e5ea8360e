import type { Injection } from '@/utils/injection/session-rules';
import { getHeldToken, type TokenState } from '@/utils/oauth2/token-state';

export interface InjectionInputs {
  state: TokenState;
  paused: boolean;
}

/** What is to be injected in this state; undefined for nothing. The profile's own origin is its page and its API. */
export function getInjection({ state, paused }: InjectionInputs): Injection | undefined {
  const token = getHeldToken(state);
  if (!token || paused) return undefined;
  const { access_token, api_origin } = token;
  return { access_token, apiOrigin: api_origin, pageOrigins: [api_origin] };
}

/**
 * Makes the browser follow the stored state. Calls run one after the other, and each reads the state anew, so the last
 * one leaves the browser as the last state says.
 */
export function createInjector(ports: {
  read(): Promise<InjectionInputs>;
  apply(injection: Injection | undefined): Promise<void>;
}): { applyState: () => Promise<void> } {
  let last: Promise<void> = Promise.resolve();
  const run = async (): Promise<void> => ports.apply(getInjection(await ports.read()));
  return {
    applyState() {
      // A failed application must not stop the later ones.
      last = last.then(run, run);
      return last;
    },
  };
}
