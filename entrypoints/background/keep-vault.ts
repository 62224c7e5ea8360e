import type { PopupProtocol } from '@/utils/messages/popup-protocol';
import { wakeAt } from '@/utils/platform/alarms';
import { onCommand } from '@/utils/platform/commands';
import { collectSecrets } from '@/utils/platform/held-secrets';
import { getIdleState, onIdleChange } from '@/utils/platform/idle';
import { readProfiles } from '@/utils/platform/profile-storage';
import { readSituation } from '@/utils/platform/situation';
import { defineDraftForm, settingsItem, tokenStatesItem } from '@/utils/platform/storage';
import { forgetAllSecrets, watchDraftForms } from '@/utils/platform/token-forms';
import { readPolicy } from '@/utils/platform/team-policy';
import * as stored from '@/utils/platform/vault-storage';
import { isManagedId } from '@/utils/profiles/managed-id';
import { listLoggedIn } from '@/utils/profiles/situation';
import type { ActivityRecorder } from '@/utils/services/activity-recorder';
import { createVaultKeeper } from '@/utils/services/vault-keeper';
import { mergeForms } from '@/utils/vault/merge-content';
import type { VaultContent } from '@/utils/vault/vault-content';
import { judgeAutoLock } from '@/utils/vault/auto-lock';
import type { Keepers } from './build-keepers';

type VaultAnswers = 'createVault' | 'unlockVault' | 'lockVault' | 'changePassphrase' | 'forgetVault';

export interface KeptVault {
  answers: {
    [K in VaultAnswers]: (data: Parameters<PopupProtocol[K]>[0]) => Promise<ReturnType<PopupProtocol[K]>>;
  };
  /** How often secrets have begun to be forgotten: what was asked before must not bring any back. */
  countLocks: () => number;
  /** To be called at every start, and every minute while the vault is open. */
  wakeUp: () => Promise<void>;
}

const LOOK_MS = 60_000;
/** A renewal that is under way at the lock may bring a new refresh token; so long it is waited for. */
const PATIENCE_MS = 600;
/** Of many letters typed one after the other only the last is worth a write. */
const TYPING_MS = 500;

/** Keeps the secrets over the browser's end, if the user wants that, and has them forgotten in time. */
export function keepVault({ keepers, recorder }: Keepers & { recorder: ActivityRecorder }): KeptVault {
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  const spread = async (content: VaultContent): Promise<void> => {
    const known = new Set((await readProfiles()).map(({ id }) => id));
    for (const [id, { form, token }] of Object.entries(content)) {
      // A profile that was removed for good; the next write leaves its secrets out. Not one that the team's policy does not
      // name at the moment: it may be back with the next policy.
      if (!known.has(id) && !isManagedId(id)) continue;
      const draft = defineDraftForm(id);
      const typed = await draft.getValue();
      // What was typed alone would be kept in place of all that the vault has of the same login.
      if (form) await draft.setValue(typed ? mergeForms(form, typed) : form);
      if (token) await keepers.of(id).restore(token);
    }
    void keepers.wakeAll();
  };
  let locks = 0;
  const clear = async (): Promise<void> => {
    locks += 1;
    try {
      await keepers.forgetAll();
    } finally {
      // Also when the browser did not follow: what was typed needs none of that.
      await forgetAllSecrets();
      // Last, because until the tokens were gone, requests of pages told the recorder of them.
      recorder.forgetTokens();
    }
  };
  const vault = createVaultKeeper({
    vault: stored.vaultItem,
    copy: stored.vaultCopyItem,
    setBoth: stored.writeVault,
    setAside: stored.setDamagedVaultAside,
    attempts: stored.unlockAttemptsItem,
    heldKey: stored.heldKeyItem,
    collect: collectSecrets,
    spread,
    clear,
    nowMs: Date.now,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  });

  const lockVault = async (): Promise<void> => {
    await Promise.race([keepers.untilIdle(), sleep(PATIENCE_MS)]);
    // An unlocking under way may be waiting for one to end, and the lock for the unlocking.
    if ((await vault.getStatus()).kind !== 'off') await keepers.cancelLogins();
    await vault.lockVault();
  };
  const isOpen = async (): Promise<boolean> => (await vault.getStatus()).kind === 'unlocked';
  const look = async (): Promise<void> => {
    if (!(await isOpen())) return wakeAt('look', undefined);
    // First, so that a look that fails is not the last one.
    await wakeAt('look', Date.now() + LOOK_MS);
    const [{ policy }, settings, situation, lastActiveMs, idleState] = await Promise.all([
      readPolicy(),
      settingsItem.getValue(),
      readSituation(),
      stored.lastActiveItem.getValue(),
      getIdleState(LOOK_MS / 1000),
    ]);
    const nowMs = Date.now();
    const isProductionLoggedIn = listLoggedIn(situation).some(({ profile }) => profile.isProduction);
    const verdict = judgeAutoLock({
      settings,
      isProductionLoggedIn,
      maxMinutes: policy.auto_lock_minutes,
      lastActiveMs: lastActiveMs ?? nowMs,
      nowMs,
      idleState,
    });
    if (verdict.kind === 'lock') return lockVault();
    await stored.lastActiveItem.setValue(verdict.lastActiveMs);
  };
  const startLooking = async <T>(outcome: T): Promise<T> => {
    // The user is there: somebody has typed the passphrase.
    await stored.lastActiveItem.setValue(Date.now());
    await look();
    return outcome;
  };

  let typing: ReturnType<typeof setTimeout> | undefined;
  // What failed is told, and tried again with the next change and at the next start.
  const keep = async (): Promise<void> => {
    const outcome = await vault.keep().catch(() => ({ kept: false, because: 'failed' }) as const);
    const trouble = outcome.kept || outcome.because === 'locked' ? null : outcome.because;
    if (trouble !== (await stored.keepTroubleItem.getValue())) await stored.keepTroubleItem.setValue(trouble);
  };
  tokenStatesItem.watch(() => void keep());
  watchDraftForms(() => {
    clearTimeout(typing);
    typing = setTimeout(() => void keep(), TYPING_MS);
  });
  onCommand('lock-vault', () => void lockVault());
  onIdleChange(() => void look().catch(() => {}));

  return {
    answers: {
      createVault: async (passphrase) => startLooking(await vault.createVault(passphrase)),
      unlockVault: async (asked) => startLooking(await vault.unlockVault(asked)),
      lockVault,
      changePassphrase: vault.changePassphrase,
      forgetVault: vault.forgetVault,
    },
    countLocks: () => locks,
    async wakeUp() {
      await vault.wakeUp();
      await look();
      await keep();
    },
  };
}
