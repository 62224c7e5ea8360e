import { useEffect, useState } from 'preact/hooks';
import { hasHostPermission, watchPermissions } from '@/utils/platform/permissions';

/** True when the extension may act on these origins, kept up to date; undefined until that is known. */
export function useHostPermission(origins: readonly string[]): boolean | undefined {
  const [answer, setAnswer] = useState<{ key: string; isPermitted: boolean }>();
  const key = origins.join(' ');
  useEffect(() => {
    let isOver = false;
    const look = async (): Promise<void> => {
      const isPermitted = await hasHostPermission(...key.split(' ').filter(Boolean));
      if (!isOver) setAnswer({ key, isPermitted });
    };
    void look();
    const stop = watchPermissions(() => void look());
    return () => {
      isOver = true;
      stop();
    };
  }, [key]);
  return answer?.key === key ? answer.isPermitted : undefined;
}
