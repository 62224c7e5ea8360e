import type { ComponentType, JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { t } from '@/utils/platform/texts';

const parts: (() => Promise<void>)[] = [];

/**
 * Reads what is not there yet. To be called when the page can be used: so the next key finds what the one before has
 * opened, and an update of the extension can replace nothing that is still to be read.
 */
export function readParts(): void {
  // Whoever shows a part that is missing says so.
  for (const read of parts) read().catch(() => undefined);
}

/** A component whose code is read when it is shown first; until then there is nothing in its place. */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let Loaded: ComponentType<Props> | undefined;
  const read = async (): Promise<void> => {
    Loaded ??= await load();
  };
  parts.push(read);
  return function Lazy(props: Props): JSX.Element | null {
    const [{ isMissing }, setOutcome] = useState({ isMissing: false });
    useLayoutEffect(() => {
      if (Loaded) return undefined;
      let isOver = false;
      void read()
        .then(
          () => ({ isMissing: false }),
          () => ({ isMissing: true }),
        )
        .then((outcome) => {
          if (!isOver) setOutcome(outcome);
        });
      return () => {
        isOver = true;
      };
    }, []);
    if (Loaded) return <Loaded {...props} />;
    return isMissing ? <MissingPart /> : null;
  };
}

/** What an update of the extension has replaced cannot be read any more by a page that is older. */
function MissingPart(): JSX.Element {
  return (
    <p class="notice failure" role="alert">
      {t('popup.partMissing')} {t('popup.openAgain')}
    </p>
  );
}
