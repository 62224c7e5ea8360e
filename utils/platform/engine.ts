import type { HeaderSituation } from '@/utils/injection/explain-request';

/** How this browser adds the header. */
export function getEngine(): HeaderSituation['engine'] {
  return import.meta.env.FIREFOX ? 'requests' : 'rules';
}
