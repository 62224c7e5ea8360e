// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { installShortcut } from '../testing/vault-background';
import { ShortcutList } from './ShortcutList';

beforeEach(() => fakeBrowser.reset());
afterEach(cleanup);

it('says of each command which keys it has, or that it has none', async () => {
  installShortcut('Alt+Shift+L');
  render(<ShortcutList />);
  const terms = await screen.findAllByRole('term');
  const keys = screen.getAllByRole('definition').map(({ textContent }) => textContent);
  expect(terms.map(({ textContent }, index) => [textContent, keys[index]])).toEqual([
    ['Open the popup', 'no keys'],
    ['Get a token for the current profile', 'no keys'],
    ['Pause or resume sending the token', 'no keys'],
    ['Lock the vault: no page sends a token', 'Alt+Shift+L'],
  ]);
});
