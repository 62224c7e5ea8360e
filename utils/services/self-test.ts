import type { SelfTestCheck, SelfTestResult, SelfTestVerdict } from '@/utils/messages/self-test-result';
import { openText, sealText } from '@/utils/vault/seal-text';
import { buildKdf, deriveVaultKey } from '@/utils/vault/vault-key';
import type { Departure, SelfTestPorts, ServerAnswer } from './self-test-ports';

/** A check that takes longer says nothing. */
const TIME_LIMIT_MS = 10_000;
const MAX_CLOCK_DIFFERENCE_MS = 60_000;
/** Enough to see that it works; a vault's own are many more. */
const ROUNDS = 1000;

type Check = () => Promise<SelfTestVerdict>;

/**
 * Tries what the extension promises in the browser that it runs in, all at once, and tells of each as it is known. May be
 * run again at any time, and leaves nothing behind.
 */
export async function runSelfTest(
  ports: SelfTestPorts,
  onResult: (result: SelfTestResult) => void = () => {},
): Promise<SelfTestResult[]> {
  return Promise.all(
    buildChecks(ports).map(async ([check, run]) => {
      const tooLate = ports.sleep(TIME_LIMIT_MS).then(() => 'unknown' as const);
      // Whatever throws here is a part of the browser that does not do its work.
      const verdict = await Promise.race([run().catch(() => 'failed' as const), tooLate]);
      const result = { check, verdict };
      onResult(result);
      return result;
    }),
  );
}

/** What is checked in this browser, in the order in which it is shown. */
export function listSelfTestChecks(ports: SelfTestPorts): SelfTestCheck[] {
  return buildChecks(ports).map(([check]) => check);
}

function buildChecks(ports: SelfTestPorts): [SelfTestCheck, Check][] {
  const { hasPageScripts } = ports;
  const tryOnce = shareFirst(() => tryAdding(ports));
  const askOnce = shareFirst(() => ports.askServer());
  const adding: [SelfTestCheck, Check][] =
    ports.adding === 'rules'
      ? [
          ['rules', async () => ((await tryOnce()) === 'refused' ? 'failed' : 'passed')],
          ['fragment', async () => judgeAdding(await tryOnce(), 'unknown')],
        ]
      : [['listener', async () => judgeAdding(await tryOnce(), 'failed')]];
  return [
    ['host-access', async () => judge(await ports.hasHostAccess())],
    ...adding,
    ...(hasPageScripts
      ? [['page-scripts', async () => judge(await hasPageScripts())] satisfies [SelfTestCheck, Check]]
      : []),
    [
      'server',
      // Without the permission its answer could not be read.
      async () => ((await askOnce()) ? 'passed' : (await ports.hasHostAccess()) ? 'failed' : 'unknown'),
    ],
    ['clock', async () => judgeClock(await askOnce())],
    ['session-storage', async () => judge(await ports.trySessionStorage())],
    ['managed-storage', async () => ports.readPolicy().then(() => 'passed')],
    ['alarms', async () => judge(await ports.tryAlarm())],
    ['vault-crypto', async () => judge(await trySealing(ports))],
  ];
}

const judge = (isGood: boolean): SelfTestVerdict => (isGood ? 'passed' : 'failed');

type Adding = 'refused' | 'exact' | 'not-exact' | 'not-seen';

function judgeAdding(adding: Adding, ifRefused: SelfTestVerdict): SelfTestVerdict {
  if (adding === 'refused') return ifRefused;
  return adding === 'not-seen' ? 'unknown' : judge(adding === 'exact');
}

/** Does the browser add the header to the request that is meant, and to no other? */
async function tryAdding(ports: SelfTestPorts): Promise<Adding> {
  const first = await tryAddingOnce(ports);
  // The background may just have replaced all rules, this one among them.
  return first === 'not-exact' ? tryAddingOnce(ports) : first;
}

async function tryAddingOnce({ installAdder }: SelfTestPorts): Promise<Adding> {
  const adder = await installAdder().catch(() => undefined);
  if (!adder) return 'refused';
  try {
    const [chosen, other] = await Promise.all([adder.send('chosen'), adder.send('other')]);
    if (!chosen || !other) return 'not-seen';
    return isExact(adder.value, chosen, other) ? 'exact' : 'not-exact';
  } finally {
    await adder.remove();
  }
}

const isExact = (value: string, chosen: Departure, other: Departure): boolean =>
  chosen.header === value && other.header === undefined;

function judgeClock(answer: ServerAnswer | undefined): SelfTestVerdict {
  const serverMs = Date.parse(answer?.date ?? '');
  if (!answer || Number.isNaN(serverMs)) return 'unknown';
  return judge(Math.abs(answer.receivedAtMs - serverMs) <= MAX_CLOCK_DIFFERENCE_MS);
}

/** Seals a text as the vault does, opens it again, and does not open it with another passphrase. */
async function trySealing({ randomBytes }: SelfTestPorts): Promise<boolean> {
  const kdf = buildKdf(randomBytes, ROUNDS);
  const vaultKey = await deriveVaultKey('right', kdf);
  const record = await sealText('self-test', { vaultKey, purpose: 'vault', randomBytes });
  const opened = await openText(record, vaultKey, 'vault');
  const forced = await openText(record, await deriveVaultKey('wrong', kdf), 'vault');
  return opened.ok && opened.text === 'self-test' && !forced.ok;
}

function shareFirst<T>(run: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => (running ??= run());
}
