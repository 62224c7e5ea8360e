import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { askBackground } from '@/utils/platform/popup-messages';
import { t } from '@/utils/platform/texts';
import { ChangePassphraseForm } from './ChangePassphraseForm';
import { SavedNote, useSavedNote } from './SavedNote';

/** What can be done with an open vault, but for forgetting it. */
export function OpenVault({ watch }: { watch: (asking: Promise<unknown>) => Promise<void> }): JSX.Element {
  const [isChanging, setChanging] = useState(false);
  const changeButton = useRef<HTMLButtonElement>(null);
  const { note, say } = useSavedNote();
  const close = (): void => {
    setChanging(false);
    changeButton.current?.focus();
  };
  return (
    <>
      <div class="actions">
        <button type="button" onClick={() => void watch(askBackground('lockVault'))}>
          {t('vault.lockNow')}
        </button>
        <button
          ref={changeButton}
          type="button"
          aria-expanded={isChanging}
          onClick={() => (isChanging ? close() : setChanging(true))}
        >
          {t('vault.askChange')}
        </button>
        <SavedNote note={note} />
      </div>
      {isChanging ? (
        <ChangePassphraseForm
          onCancel={close}
          onDone={() => {
            close();
            say(t('vault.changed'));
          }}
        />
      ) : null}
    </>
  );
}
