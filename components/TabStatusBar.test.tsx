// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { API_ORIGIN } from '@/utils/testing/examples';
import { buildManagedId } from '@/utils/profiles/managed-id';
import type { TabStatus } from './tab-status';
import { TabStatusBar } from './TabStatusBar';

afterEach(cleanup);

/** Shows the bar; what its user wants is in the answer. */
function renderBar(status: TabStatus, paused = false): unknown[][] {
  const wanted: unknown[][] = [];
  render(
    <TabStatusBar
      status={status}
      paused={paused}
      onSwitch={(change) => wanted.push(['switch', change])}
      onReload={() => wanted.push(['reload'])}
      onUse={(...args) => wanted.push(['use', ...args])}
    />,
  );
  return wanted;
}

const PAGE = 'http://localhost:3000';
const carries: TabStatus = { kind: 'carries', page: PAGE, tabId: 7, names: [] };
const page = { page: PAGE, api_origin: API_ORIGIN, profileId: 'profile-1' };

/** Status, line, and what each button that is offered asks for. */
const CASES: [TabStatus, string, Record<string, unknown[]>][] = [
  [
    { kind: 'not-chosen', ...page, profileId: buildManagedId('Team') },
    'No token here: yours is for devsandbox.knetikcloud.com',
    {},
  ],
  [{ kind: 'foreign' }, 'Not a KnetikCloud page', {}],
  [{ kind: 'insecure' }, 'No token here: this page came over plain http', {}],
  [{ kind: 'logged-out' }, 'Get a token, and requests from this page carry it', {}],
  [{ kind: 'locked' }, 'Locked: this page sends no token', {}],
  [{ kind: 'paused' }, 'Paused: this page sends no token', {}],
  [{ kind: 'needs-reload' }, 'Reload this tab once, then its requests carry the token', { Reload: ['reload'] }],
  [
    carries,
    'Requests from this page carry the token',
    {
      'Off on this site': ['switch', { kind: 'site', origin: PAGE, on: false }],
      'Off in this tab': ['switch', { kind: 'tab', tabId: 7, on: false }],
    },
  ],
  [
    { kind: 'off-site', ...page },
    'Off on this site: this page sends no token',
    { 'Switch on': ['switch', { kind: 'site', origin: PAGE, on: true }] },
  ],
  [
    { kind: 'off-tab', tabId: 7 },
    'Off in this tab: this page sends no token',
    { 'Switch on': ['switch', { kind: 'tab', tabId: 7, on: true }] },
  ],
  [
    { kind: 'not-permitted', ...page },
    'The browser keeps the extension off this page or its API',
    { Allow: ['use', PAGE, 'profile-1'] },
  ],
  [
    { kind: 'not-chosen', ...page, api_origin: 'https://app.knetikcloud.com:8443' },
    'No token here: yours is for app.knetikcloud.com:8443',
    { 'Use on this site': ['use', PAGE, 'profile-1'] },
  ],
];

describe.each(CASES)('the line on the tab: %o', (status, line, actions) => {
  it('says what happens to its requests', () => {
    renderBar(status);
    expect(screen.getByRole('status').textContent).toBe(line);
  });

  it('offers what helps, and nothing else', async () => {
    const wanted = renderBar(status);
    const buttons = screen.queryAllByRole('button');
    expect(buttons.map((button) => button.textContent)).toEqual(Object.keys(actions));
    for (const button of buttons) await userEvent.click(button);
    expect(wanted).toEqual(Object.values(actions));
  });
});

it.each([
  [['Server client'], 'Requests from this page carry the token of Server client'],
  [['Sandbox', 'Media'], 'Requests from this page carry the token of Sandbox and Media'],
])('the line names the profiles whose tokens go, where that is not plain: %j', (names, line) => {
  renderBar({ ...carries, names });
  expect(screen.getByRole('status').textContent).toBe(line);
});

describe('the switch', () => {
  it.each([
    [false, false],
    [true, true],
  ])('asks to pause or to go on: while paused is %s, it asks for on: %s', async (paused, on) => {
    const wanted = renderBar(carries, paused);
    const toggle = screen.getByRole<HTMLInputElement>('switch', { name: 'Send token' });
    expect(toggle.checked).toBe(!paused);
    await userEvent.click(toggle);
    expect(wanted).toEqual([['switch', { kind: 'all', on }]]);
  });
});
