import { expect, it } from 'vitest';
import type { VaultOutcome } from '@/utils/messages/vault-outcome';
import { getVaultProblemText } from './vault-texts';

const NOW_MS = 1_000_000;

it.each<[string, VaultOutcome | 'silent', string | undefined]>([
  ['when it was opened', { ok: true }, undefined],
  ['when nobody answers', 'silent', expect.stringContaining('does not answer')],
  [
    'after a wrong passphrase that costs no wait',
    { ok: false, code: 'wrong-passphrase', retryAtMs: 0 },
    'This is not the passphrase.',
  ],
  [
    'after a wrong passphrase that costs a wait',
    { ok: false, code: 'wrong-passphrase', retryAtMs: NOW_MS + 4001 },
    'This is not the passphrase. After several wrong ones you have to wait: 5s.',
  ],
  [
    'too soon after it: it was not tried, so nobody knows whether it is wrong',
    { ok: false, code: 'too-soon', retryAtMs: NOW_MS + 1000 },
    'It was not tried. After several wrong ones you have to wait: 1s.',
  ],
  ['when that wait is over', { ok: false, code: 'too-soon', retryAtMs: NOW_MS }, 'It was not tried. Try again.'],
  [
    'when it is damaged',
    { ok: false, code: 'damaged', hasCopy: false },
    expect.stringContaining('there is no good copy. Nothing was thrown'),
  ],
  [
    'when it is damaged, with a copy',
    { ok: false, code: 'damaged', hasCopy: true },
    expect.stringContaining('can open the last good copy'),
  ],
  ['when it is gone', { ok: false, code: 'no-vault' }, 'There is no vault any more.'],
])('what is said of the vault %s', (_case, outcome, text) => {
  expect(getVaultProblemText(outcome, NOW_MS)).toEqual(text);
});
