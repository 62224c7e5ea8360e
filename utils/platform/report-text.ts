import type { SelfTestResult } from '@/utils/messages/self-test-result';
import { getVersion } from './install-events';

/** What a bug report needs, in English for those who read it: no host, no profile, no secret. */
export function buildReportText(results: readonly SelfTestResult[]): string {
  return [
    `KnetikCloud Credential Helper ${getVersion()}`,
    navigator.userAgent,
    ...results.map(({ check, verdict }) => `${check}: ${verdict}`),
  ].join('\n');
}
