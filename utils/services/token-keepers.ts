import type { RequestJournal } from '@/utils/oauth2/request-journal';
import type { RejectedRequest } from '@/utils/oauth2/rejected-request';
import type { TokenForm } from '@/utils/oauth2/token-form';
import { getHeldToken, NO_TOKEN, type TokenState } from '@/utils/oauth2/token-state';
import { createStoredEntries, type Stored } from './stored-entry';
import { createTokenKeeper, type TokenKeeper } from './token-keeper';
import type { TokenKeeperPorts } from './token-keeper-ports';

/** What the keepers of all profiles need of the world; what is about one of them is told which. */
export interface TokenKeepersPorts extends Omit<
  TokenKeeperPorts,
  'tokenState' | 'journal' | 'rememberLogin' | 'forgetSecrets' | 'wakeAt'
> {
  tokenStates: Stored<Readonly<Record<string, TokenState>>>;
  journals: Stored<Readonly<Record<string, RequestJournal>>>;
  rememberLogin: (profileId: string, form: TokenForm) => Promise<void>;
  forgetSecrets: (profileId: string) => Promise<void>;
  wakeAt: (profileId: string, timeMs: number | undefined) => Promise<void>;
}

export interface TokenKeepers {
  /** The one that keeps this profile's token. */
  of: (profileId: string) => TokenKeeper;
  /** Wakes all that have something to settle or to renew. */
  wakeAll: () => Promise<void>;
  /** True when any of these profiles has another token than the one that was rejected. */
  renewAfterRejection: (profileIds: readonly string[], request: RejectedRequest) => Promise<boolean>;
  /** Forgets all tokens, without a word to the servers: they stay good there. */
  forgetAll: () => Promise<void>;
  /** Gives up all logins that are under way; what was held before stays. */
  cancelLogins: () => Promise<void>;
  /** Settles when no token request is under way. */
  untilIdle: () => Promise<void>;
}

/** Creates the keepers of all profiles' tokens, each when it is needed first. */
export function createTokenKeepers(ports: TokenKeepersPorts): TokenKeepers {
  const { tokenStates, journals, rememberLogin, forgetSecrets, wakeAt, ...shared } = ports;
  const states = createStoredEntries(tokenStates);
  const requests = createStoredEntries(journals);
  const keepers = new Map<string, TokenKeeper>();

  const create = (profileId: string): TokenKeeper =>
    createTokenKeeper({
      ...shared,
      tokenState: states.getEntry(profileId, NO_TOKEN),
      journal: requests.getEntry(profileId, null),
      rememberLogin: (form) => rememberLogin(profileId, form),
      forgetSecrets: () => forgetSecrets(profileId),
      wakeAt: (timeMs) => wakeAt(profileId, timeMs),
    });
  const of = (profileId: string): TokenKeeper => {
    const keeper = keepers.get(profileId) ?? create(profileId);
    keepers.set(profileId, keeper);
    return keeper;
  };
  /** Those in memory, and those of which only the stored state knows. */
  const listAll = async (): Promise<TokenKeeper[]> => {
    const [held, asked] = await Promise.all([tokenStates.getValue(), journals.getValue()]);
    const holders = Object.entries(held).flatMap(([id, state]) => (getHeldToken(state) ? id : []));
    return [...new Set([...keepers.keys(), ...holders, ...Object.keys(asked)])].map(of);
  };
  const forEach = async (work: (keeper: TokenKeeper) => Promise<unknown>): Promise<void> => {
    await Promise.all((await listAll()).map(work));
  };

  return {
    of,
    wakeAll: () => forEach((keeper) => keeper.wakeUp()),
    async renewAfterRejection(profileIds, request) {
      const answers = await Promise.all(profileIds.map((id) => of(id).renewAfterRejection(request)));
      return answers.includes(true);
    },
    forgetAll: () => forEach((keeper) => keeper.forget()),
    cancelLogins: () => forEach((keeper) => keeper.cancelTokenRequest()),
    untilIdle: () => forEach((keeper) => keeper.untilIdle()),
  };
}
