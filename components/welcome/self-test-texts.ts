import type { SelfTestCheck, SelfTestVerdict } from '@/utils/messages/self-test-result';
import type { TextKey } from '@/utils/platform/texts';

export const VERDICT_TEXTS: Record<SelfTestVerdict, TextKey> = {
  passed: 'selfTest.passed',
  failed: 'selfTest.failed',
  unknown: 'selfTest.unknown',
};

/** What is promised, and what to do where it does not hold. */
export const CHECK_TEXTS: Record<SelfTestCheck, { promise: TextKey; advice: TextKey }> = {
  'host-access': { promise: 'selfTest.hostAccess', advice: 'selfTest.hostAccessAdvice' },
  rules: { promise: 'selfTest.rules', advice: 'selfTest.rulesAdvice' },
  fragment: { promise: 'selfTest.fragment', advice: 'selfTest.fragmentAdvice' },
  listener: { promise: 'selfTest.listener', advice: 'selfTest.listenerAdvice' },
  'page-scripts': { promise: 'selfTest.pageScripts', advice: 'selfTest.pageScriptsAdvice' },
  server: { promise: 'selfTest.server', advice: 'selfTest.serverAdvice' },
  clock: { promise: 'selfTest.clock', advice: 'selfTest.clockAdvice' },
  'session-storage': { promise: 'selfTest.sessionStorage', advice: 'selfTest.sessionStorageAdvice' },
  'managed-storage': { promise: 'selfTest.managedStorage', advice: 'selfTest.managedStorageAdvice' },
  alarms: { promise: 'selfTest.alarms', advice: 'selfTest.alarmsAdvice' },
  'vault-crypto': { promise: 'selfTest.vaultCrypto', advice: 'selfTest.vaultCryptoAdvice' },
};
