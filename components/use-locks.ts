import { useEffect, useState } from 'preact/hooks';
import { watchLocks } from '@/utils/platform/vault-storage';

/**
 * Whether secrets are being forgotten at this moment, and how often that has happened since this is shown: whatever was
 * typed before must not be shown, and not be stored again with the next key.
 */
export function useLocks(): { isLocking: boolean; locks: number } {
  const [state, setState] = useState({ isLocking: false, locks: 0 });
  useEffect(
    () => watchLocks((isOver) => setState(({ locks }) => ({ isLocking: !isOver, locks: isOver ? locks : locks + 1 }))),
    [],
  );
  return state;
}
