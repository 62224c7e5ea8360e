// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { exampleProfile, openOptions } from '../testing/open-options';
import { installBackground } from '../testing/open-popup';

beforeEach(() => {
  fakeBrowser.reset();
  installBackground();
});
afterEach(cleanup);

it('the options page has a link to each of its sections', async () => {
  await openOptions();
  const links = within(screen.getByRole('navigation', { name: 'Sections' })).getAllByRole<HTMLAnchorElement>('link');
  expect(links).toHaveLength(7);
  const names = links.map((link) => document.querySelector(link.hash)?.querySelector('h2')?.textContent);
  expect(names).toEqual(links.map(({ textContent }) => textContent));
});

it('the profiles that are deleted are no longer there to be exported', async () => {
  const removed = { ...exampleProfile('removed'), removedAtMs: Date.now() };
  await openOptions([exampleProfile('acme'), removed]);
  expect(screen.getByLabelText('All (1)')).toBeTruthy();
});
