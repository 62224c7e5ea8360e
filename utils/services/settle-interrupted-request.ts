import { buildTrouble } from '@/utils/oauth2/renewal';
import { buildFailedState, getHeldToken, replaceToken } from '@/utils/oauth2/token-state';
import type { TokenKeeperPorts } from './token-keeper-ports';

/** A journal entry at start-up is a request whose background died, and its answer is lost. */
export async function settleInterruptedRequest(ports: TokenKeeperPorts): Promise<void> {
  const { journal, tokenState } = ports;
  const entry = await journal.getValue();
  if (!entry) return;
  const state = await tokenState.getValue();
  const token = getHeldToken(state);
  const failure = { code: 'interrupted' } as const;
  if (entry.purpose === 'login') await tokenState.setValue(buildFailedState(failure, state));
  else if (token) {
    // The refresh token may be used up by now; then the server says so, and the original grant comes next.
    const renewal = buildTrouble(failure, token, ports.nowMs(), ports.random());
    await tokenState.setValue(replaceToken(state, { ...token, renewal }));
  }
  await journal.setValue(null);
}
