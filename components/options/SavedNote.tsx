import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Says for three seconds that something was done. */
export function useSavedNote(): { note: string; say: (note: string) => void } {
  const [said, setSaid] = useState({ note: '' });
  useEffect(() => {
    if (said.note === '') return undefined;
    const timer = setTimeout(() => setSaid({ note: '' }), 3000);
    return () => clearTimeout(timer);
  }, [said]);
  return { note: said.note, say: (note) => setSaid({ note }) };
}

/** Always there, so that screen readers hear what comes into it. */
export function SavedNote({ note }: { note: string }): JSX.Element {
  return (
    <span role="status" class="saved">
      {note}
    </span>
  );
}
