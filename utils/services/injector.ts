import { createInTurn } from '@/utils/in-turn';
import { type InForce, NOTHING_IN_FORCE } from '@/utils/injection/injection';
import { getInForce, type Situation } from '@/utils/profiles/situation';

/**
 * Makes the browser follow the stored state. Calls run one after the other, and each reads the state anew, so the last
 * one leaves the browser as the last state says. When it cannot be read, nothing is left in force: what is may be what was
 * logged out just now.
 */
export function createInjector(ports: {
  read(): Promise<Situation>;
  apply(inForce: InForce): Promise<void>;
  nowMs: () => number;
}): { applyState: () => Promise<void> } {
  const inTurn = createInTurn();
  const read = async (): Promise<Situation> => {
    try {
      return await ports.read();
    } catch (error) {
      await ports.apply(NOTHING_IN_FORCE);
      throw error;
    }
  };
  const run = async (): Promise<void> => ports.apply(getInForce(await read(), ports.nowMs()));
  return { applyState: () => inTurn(run) };
}
