import type { RequestJournal } from '@/utils/oauth2/request-journal';
import type { TransportFailureCode } from '@/utils/oauth2/token-failure';
import type { TokenForm } from '@/utils/oauth2/token-form';
import type { TokenAnswer } from '@/utils/oauth2/token-response';
import type { TokenState } from '@/utils/oauth2/token-state';
import type { Stored } from './stored-entry';

export type FormAnswer = { ok: true; answer: TokenAnswer } | { ok: false; code: TransportFailureCode };

/** What the token keeper needs of the world. */
export interface TokenKeeperPorts {
  /** POSTs a form; never throws for what the network or the server does. */
  postForm: (url: string, parameters: Record<string, string>, signal: AbortSignal) => Promise<FormAnswer>;
  tokenState: Stored<TokenState>;
  journal: Stored<RequestJournal | null>;
  /** Keeps what is no secret of the form of a login that succeeded, for the next one. */
  rememberLogin: (form: TokenForm) => Promise<void>;
  /** Forgets every secret that was typed. */
  forgetSecrets: () => Promise<void>;
  /** Makes header rules follow the stored state; called after every change of it. */
  applyState: () => Promise<void>;
  /** Has `wakeUp` called at that time, or a little later, whether or not the background lives until then. */
  wakeAt: (timeMs: number | undefined) => Promise<void>;
  sleep: (ms: number) => Promise<void>;
  isOnline: () => boolean;
  nowMs: () => number;
  /** A number in [0, 1). */
  random: () => number;
}
