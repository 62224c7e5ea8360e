// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Verdict } from '@/utils/injection/explain-request';
import { activityItem } from '@/utils/platform/storage';
import type { ActivityEntry } from '@/utils/services/activity-recorder';
import { API_ORIGIN, RECEIVED_AT_MS } from '@/utils/testing/examples';
import { ActivityView } from './ActivityView';

const PAGE = 'http://localhost:3000';
const build = (part: Partial<ActivityEntry> = {}): ActivityEntry => ({
  sentAtMs: RECEIVED_AT_MS,
  method: 'GET',
  origin: API_ORIGIN,
  path: '/me',
  page: API_ORIGIN,
  tabId: 7,
  kind: 'call',
  verdict: 'sent',
  status: 200,
  durationMs: 12.4,
  ...part,
});
const store = (...entries: ActivityEntry[]): Promise<void> => activityItem.setValue(entries);

beforeEach(() => {
  fakeBrowser.reset();
});
afterEach(cleanup);

/** Shows the view as soon as it has read what is stored. */
async function openView() {
  const cleared: string[] = [];
  render(<ActivityView onClear={() => void cleared.push('cleared')} />);
  await screen.findByRole('region', { name: 'Activity' });
  return { cleared, user: userEvent.setup() };
}
const getLines = (): (string | null)[] =>
  screen.queryAllByRole('listitem').map((item) => item.querySelector('.request')?.textContent ?? null);
const getHint = (): string => within(screen.getByRole('listitem')).getByText(/ms/).textContent ?? '';
const getClear = (): HTMLButtonElement => screen.getByRole<HTMLButtonElement>('button', { name: 'Clear' });
const getFilter = (): HTMLElement => screen.getByLabelText('Only requests without the token');

describe('the activity', () => {
  it('says what to do while there is none, and has nothing to clear', async () => {
    await openView();
    expect(screen.getByText('No requests yet. Use a page of the API, and they show up here.')).toBeTruthy();
    expect(getClear().disabled).toBe(true);
  });

  it('lists the newest request first, and each new one as it comes', async () => {
    await store(build({ path: '/1' }), build({ path: '/2', method: 'POST' }));
    await openView();
    expect(getLines()).toEqual(['POST /2', 'GET /1']);
    await act(() => store(build({ path: '/1' }), build({ path: '/2' }), build({ path: '/3' })));
    expect(getLines()).toEqual(['GET /3', 'GET /2', 'GET /1']);
    expect(screen.queryByText(/^No requests yet/)).toBeNull();
  });

  it('names the API where the page is of another origin', async () => {
    await store(build({ page: PAGE }), build({ page: undefined }));
    await openView();
    expect(getLines()).toEqual([`GET ${API_ORIGIN}/me`, `GET ${API_ORIGIN}/me`]);
  });

  it('shows on demand only what went without the token', async () => {
    const verdicts: Verdict[] = ['sent', 'paused', 'sent-expired', 'own-header', 'not-marked'];
    await store(...verdicts.map((verdict) => build({ verdict, path: `/${verdict}` })));
    const { user } = await openView();
    await user.click(getFilter());
    expect(getLines()).toEqual(['GET /not-marked', 'GET /own-header', 'GET /paused']);
    await user.click(getFilter());
    expect(getLines()).toHaveLength(5);
  });

  it('does not say that there were no requests when all of them carried the token', async () => {
    await store(build());
    const { user } = await openView();
    await user.click(getFilter());
    expect(getLines()).toEqual([]);
    expect(screen.getByText('Every request in this list carried the token.')).toBeTruthy();
    expect(screen.queryByText(/^No requests yet/)).toBeNull();
  });

  it('is cleared on demand, also while the filter hides it', async () => {
    await store(build());
    const { cleared, user } = await openView();
    await user.click(getFilter());
    await user.click(getClear());
    expect(cleared).toEqual(['cleared']);
    await act(() => store());
    expect(getClear().disabled).toBe(true);
  });
});

describe('a request', () => {
  it('is told with how it went, when and how long it took', async () => {
    await store(build());
    await openView();
    const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' }).format(RECEIVED_AT_MS);
    expect(getHint()).toBe(`token sent · ${time} · 12 ms`);
    expect(screen.getByText('200')).toBeTruthy();
  });

  it.each<[number | undefined, string, boolean]>([
    [200, '200', false],
    [304, '304', false],
    [400, '400', true],
    [401, '401', true],
    [503, '503', true],
    [undefined, 'no answer', true],
  ])('with the status %s shows "%s"', async (status, text, isProblem) => {
    const { status: _status, ...unanswered } = build();
    await store(status === undefined ? unanswered : build({ status }));
    await openView();
    expect(screen.getByText(text).classList.contains('problem')).toBe(isProblem);
  });

  const texts: Record<Verdict, string> = {
    sent: 'token sent',
    'sent-expired': 'token sent, but it has run out',
    'own-header': 'the page’s own Authorization was kept',
    'no-token': 'no token: nobody is logged in',
    paused: 'no token: paused',
    'off-site': 'no token: off on this site',
    'off-tab': 'no token: off in this tab',
    'other-api': 'no token: no API of a profile that is logged in',
    'read-only': 'no token: writing to production is not allowed',
    'other-page': 'no token: the page is not chosen',
    'token-endpoint': 'no token: this endpoint takes credentials itself',
    'login-in-url': 'no token: the address has a login of its own',
    'not-opted-in': 'no token: not switched on for this kind of request',
    'not-marked': 'no token: not a call of the page’s own code, or the page is older than the extension',
  };
  it.each(Object.entries(texts) as [Verdict, string][])('that was judged %s says "%s"', async (verdict, text) => {
    await store(build({ verdict }));
    await openView();
    expect(getHint()).toContain(`${text} · `);
    expect(screen.getByRole('listitem').className).toBe(verdict.startsWith('sent') ? 'sent' : 'not-sent');
  });

  it.each<[string, Partial<ActivityEntry>, boolean]>([
    ['names its page where that is the reason', { verdict: 'other-page', page: PAGE }, true],
    ['names no page otherwise', { verdict: 'paused', page: PAGE }, false],
    ['names no page where there is none', { verdict: 'other-page', page: undefined }, false],
  ])('%s', async (_case, part, isNamed) => {
    await store(build(part));
    await openView();
    expect(getHint().includes(` · asked by ${PAGE} · `)).toBe(isNamed);
    expect(getHint().includes('asked by')).toBe(isNamed);
  });

  it('names the profile whose token it is about, where that is known', async () => {
    await store(build({ profile: 'Server client' }));
    await openView();
    expect(getHint()).toContain('token sent · Server client · ');
  });
});
