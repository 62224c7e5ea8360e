import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { mayNotify, setNotifying } from '@/utils/platform/notifications';
import { watchPermissions } from '@/utils/platform/permissions';

/** Whether a desktop notification says that a login is needed; the browser asks for the permission on the click. */
export function NotifyOption(): JSX.Element | null {
  const [isOn, setOn] = useState<boolean>();
  useEffect(() => {
    const look = (): void => void mayNotify().then(setOn);
    look();
    return watchPermissions(look);
  }, []);
  if (isOn === undefined) return null;
  return (
    <label class="option">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => {
          const box = event.currentTarget;
          // Whatever came of it, the box says what is.
          const look = async (): Promise<void> => {
            box.checked = await mayNotify();
            setOn(box.checked);
          };
          void setNotifying(box.checked).then(look, look);
        }}
      />
      <span>Notify me when I have to log in again</span>
    </label>
  );
}
