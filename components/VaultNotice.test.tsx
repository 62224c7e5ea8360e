// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { VaultNotice } from './VaultNotice';

afterEach(cleanup);

describe('the notice on the vault', () => {
  it.each([
    ['damaged', 'What is on disk is damaged.'],
    ['foreign', 'On disk is another vault'],
    ['failed', 'The disk may be full.'],
  ] as const)('says that it is not written when it is %s, and what to do', (trouble, cause) => {
    render(<VaultNotice status={{ kind: 'unlocked', trouble }} />);
    const text = screen.getByRole('alert').textContent;
    expect(text).toContain('The vault is not being written.');
    expect(text).toContain(cause);
  });

  it.each([undefined, { kind: 'off' }, { kind: 'locked' }, { kind: 'unlocked' }] as const)(
    'says nothing as long as all is well',
    (status) => {
      render(<VaultNotice status={status} />);
      expect(screen.queryByRole('alert')).toBeNull();
    },
  );
});
