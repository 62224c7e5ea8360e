// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { installPolicy } from '../testing/vault-background';
import { TeamSection } from './TeamSection';

beforeEach(() => {
  fakeBrowser.reset();
});
afterEach(cleanup);

const readTerms = async (): Promise<(string | null)[]> => {
  const terms = await screen.findAllByRole('term');
  return [...terms, ...screen.queryAllByRole('definition')].map(({ textContent }) => textContent);
};
const PROFILE = { name: 'Aster sandbox', base_url: 'https://aster.sandbox.knetikcloud.com' };

it('without a policy there is nothing but that', async () => {
  installPolicy({});
  render(<TeamSection />);
  expect(await screen.findByText('No policy is set on this browser.')).toBeTruthy();
  expect(screen.queryByRole('term')).toBeNull();
});

it('what a policy says is shown', async () => {
  installPolicy({ profiles: [PROFILE], auto_lock_minutes: 10, allowed_hosts: ['*.knetikcloud.com', 'localhost'] });
  render(<TeamSection />);
  expect(await readTerms()).toEqual([
    'Profiles',
    'Allowed hosts',
    'Vault',
    'Aster sandbox',
    '*.knetikcloud.com',
    'localhost',
    'Locks when idle for 10 minutes at the latest',
  ]);
  expect(screen.queryByRole('list')).toBeNull();
});

it('a policy that allows no host says so', async () => {
  installPolicy({ allowed_hosts: [] });
  render(<TeamSection />);
  expect(await readTerms()).toEqual(['Allowed hosts', 'None']);
});

it('the mistakes of a policy are listed with their places and what comes of them; the rest holds', async () => {
  const broken = { ...PROFILE, name: 'Aster', client_secret: 'gX1fBat3bV', pages: ['https://elsewhere.example'] };
  installPolicy({ profiles: [PROFILE, broken], auto_lock_minutes: 'ten', allowed_hosts: ['*.knetikcloud.com'] });
  render(<TeamSection />);
  const mistakes = await screen.findByRole('region', { name: /The policy has mistakes/ });
  const texts = within(mistakes)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
  expect(texts).toEqual([
    expect.stringMatching(/^auto_lock_minutesThis is not as .* The strictest is in force instead\.$/),
    expect.stringMatching(/^profiles\[1\]\.client_secret “Aster”This is a secret/),
    expect.stringMatching(/^profiles\[1\]\.pages\[0\] “Aster”This is on a host .* The profile is left out\.$/),
  ]);
  expect(await readTerms()).toContain('Aster sandbox');
  expect(document.body.textContent).not.toContain('gX1fBat3bV');
});
