// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SelfTestVerdict } from '@/utils/messages/self-test-result';
import { type SelfTest, SelfTestSection } from './SelfTestSection';

beforeEach(() => {
  const manifest = { manifest_version: 3, name: 'test', version: '0.1.0' } as const;
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest);
});
afterEach(cleanup);

const ORIGIN = 'https://devsandbox.knetikcloud.com';

/** A self-test of one check, whose verdict is the next of these at each run. */
function buildSelfTest(...verdicts: SelfTestVerdict[]): SelfTest {
  return {
    checks: ['fragment'],
    async run(onResult) {
      const result = { check: 'fragment', verdict: verdicts.shift() ?? 'unknown' } as const;
      onResult(result);
      return [result];
    },
  };
}

async function expectSummary(text: string): Promise<void> {
  const [summary] = screen.getAllByRole('status');
  if (!summary) throw new Error('There is no summary.');
  await within(summary).findByText(text);
}

it('runs at the press of its button, not before, and says in words what came of it', async () => {
  render(<SelfTestSection origin={ORIGIN} isAtOnce={false} selfTest={buildSelfTest('passed')} />);
  expect(screen.queryByRole('listitem')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Run the test' }));
  await expectSummary('Everything works in this browser.');
  expect(screen.getByRole('listitem').textContent).toContain('works');
});

it('says what to do about what does not work', async () => {
  render(<SelfTestSection origin={ORIGIN} isAtOnce selfTest={buildSelfTest('failed')} />);
  await expectSummary('Does not work: 1. What to do is said below.');
  expect(screen.getByRole('listitem').textContent).toContain('no longer recognizes the mark');
});

it('can be run again', async () => {
  render(<SelfTestSection origin={ORIGIN} isAtOnce selfTest={buildSelfTest('unknown', 'passed')} />);
  await expectSummary('Nothing has failed. Could not be checked: 1.');
  await userEvent.click(screen.getByRole('button', { name: 'Run the test again' }));
  await expectSummary('Everything works in this browser.');
});

it('the report names the results and no host', async () => {
  const user = userEvent.setup();
  render(<SelfTestSection origin={ORIGIN} isAtOnce selfTest={buildSelfTest('failed')} />);
  await user.click(await screen.findByRole('button', { name: 'Copy the report' }));
  const report = await navigator.clipboard.readText();
  expect(report).toContain('fragment: failed');
  expect(report).not.toContain('knetikcloud.com');
});
