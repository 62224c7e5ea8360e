import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { watchPermissions } from '@/utils/platform/permissions';
import { CheckOption, type CheckOptionProps } from './CheckOption';

export interface PermissionOptionProps extends Pick<CheckOptionProps, 'label' | 'hint'> {
  isGranted: () => Promise<boolean>;
  /** Asks the user for the permission, or gives it back. */
  setGranted: (wanted: boolean) => Promise<boolean>;
}

/** An option that is an optional permission and nothing else; the browser asks for it on the click. */
export function PermissionOption({ isGranted, setGranted, ...option }: PermissionOptionProps): JSX.Element | null {
  const [isOn, setOn] = useState<boolean>();
  // Counts the answers of the browser: each renders the box anew, which then says what is, whatever came of the click.
  const [, setAnswers] = useState(0);
  useEffect(() => {
    const look = (): void => void isGranted().then(setOn);
    look();
    return watchPermissions(look);
  }, []);
  if (isOn === undefined) return null;
  const change = async (wanted: boolean): Promise<void> => {
    await setGranted(wanted).catch(() => {});
    setOn(await isGranted());
    setAnswers((count) => count + 1);
  };
  return <CheckOption {...option} checked={isOn} onChange={(wanted) => void change(wanted)} />;
}
