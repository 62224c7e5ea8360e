import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { askBackground } from '@/utils/platform/popup-messages';
import { NewPassphraseFields } from './NewPassphraseFields';
import { EMPTY_PASSPHRASE, isUsable } from './new-passphrase';
import { useVaultAsking } from './use-vault-asking';

/** Says what a vault is good for, and makes one. */
export function CreateVaultForm(): JSX.Element {
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(EMPTY_PASSPHRASE);
  const [isJudged, setJudged] = useState(false);
  const { isBusy, problem, ask, refuse } = useVaultAsking(form);
  const create = async (): Promise<void> => {
    setJudged(true);
    if (!isUsable(typed)) return refuse();
    // What shows next is the open vault.
    await ask(() => askBackground('createVault', typed.passphrase));
  };
  return (
    <form
      ref={form}
      noValidate
      aria-label="Create vault"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <p>
        With a vault, secrets and logins survive the browser’s restart, encrypted with your passphrase; without one they
        are gone when the browser closes. A forgotten passphrase means lost secrets, as nobody can recover it; your
        profiles stay.
      </p>
      <NewPassphraseFields
        label="Passphrase"
        typed={typed}
        onType={setTyped}
        isJudged={isJudged}
        disabled={isBusy}
        problem={problem}
      />
      <div class="actions">
        <button type="submit" class="primary" disabled={isBusy}>
          {isBusy ? 'Creating…' : 'Create vault'}
        </button>
      </div>
    </form>
  );
}
