import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type InForce, NO_PAGE, NOTHING_IN_FORCE } from '@/utils/injection/injection';
import { buildSessionRules } from '@/utils/injection/session-rules';
import { ACCESS_TOKEN, API_ORIGIN, buildRoutes, INJECTION } from '../testing/examples';
import { installSessionRules } from '../testing/fake-apis';
import { applySessionRules } from './apply-session-rules';
import { armedPagesItem, marksItem } from './storage';

const PAGE = 'https://admin.knetikcloud.com';
const THIRD = 'https://third.knetikcloud.com';
const buildInForce = (pages: string[], part: Partial<typeof INJECTION> = {}): InForce => ({
  injections: [{ ...INJECTION, ...part, routes: buildRoutes(pages) }],
  offTabs: [7],
});
const inForce = buildInForce([API_ORIGIN, PAGE]);

let browserRules = installSessionRules();
beforeEach(() => {
  fakeBrowser.reset();
  browserRules = installSessionRules();
  armedPagesItem.watch((armed) => browserRules.log.push(armed ? 'pages armed' : 'pages disarmed'));
});

it('what is in force gets its rules and its pages, each under a mark of its own', async () => {
  await applySessionRules(inForce);
  const marks = await marksItem.getValue();
  const [own = '', other = ''] = [marks[API_ORIGIN], marks[PAGE]];
  expect([own, other].join(' ')).toMatch(/^[0-9a-f]{32} [0-9a-f]{32}$/);
  expect(own).not.toBe(other);
  expect(browserRules.getRules()).toEqual(buildSessionRules({ ...inForce, leftOut: [] }, marks));
  const apis = [API_ORIGIN];
  const pages = { [API_ORIGIN]: { mark: own, apis }, [PAGE]: { mark: other, apis } };
  expect(await armedPagesItem.getValue()).toEqual({ pages, offTabs: [7] });
});

it('no page marks a request before the rules are there', async () => {
  await applySessionRules(inForce);
  expect(browserRules.log).toEqual(['rules changed', 'pages armed']);
});

it('routes without a page get rules, and no page is armed', async () => {
  await applySessionRules(buildInForce([NO_PAGE]));
  expect(JSON.stringify(browserRules.getRules())).toContain(ACCESS_TOKEN);
  expect([await armedPagesItem.getValue(), await marksItem.getValue()]).toEqual([null, {}]);
});

describe('while nothing is in force', () => {
  it('nothing is left, neither a rule nor a page', async () => {
    await applySessionRules(inForce);
    await applySessionRules(NOTHING_IN_FORCE);
    expect([browserRules.getRules(), await armedPagesItem.getValue()]).toEqual([[], null]);
  });

  it('what an earlier run left is taken away', async () => {
    await fakeBrowser.declarativeNetRequest.updateSessionRules({ addRules: buildRules(7, 8) });
    const arming = { mark: 'of an earlier session', apis: [API_ORIGIN] };
    await armedPagesItem.setValue({ pages: { [PAGE]: arming }, offTabs: [] });
    await applySessionRules(NOTHING_IN_FORCE);
    expect([browserRules.getRules(), await armedPagesItem.getValue()]).toEqual([[], null]);
  });
});

it('another token replaces the rules in one change, so that no request falls between', async () => {
  await applySessionRules(inForce);
  await applySessionRules(buildInForce([API_ORIGIN], { access_token: 'the-next-token' }));
  expect(browserRules.log.filter((entry) => entry === 'rules changed')).toHaveLength(2);
  expect(JSON.stringify(browserRules.getRules())).toContain('Bearer the-next-token');
  expect(JSON.stringify(browserRules.getRules())).not.toContain(ACCESS_TOKEN);
});

describe('the mark of a page', () => {
  const applyAndRead = async (applied: InForce): Promise<Record<string, string>> => {
    await applySessionRules(applied);
    return marksItem.getValue();
  };

  it.each([
    ['while nothing is in force for a while', NOTHING_IN_FORCE],
    ['while other pages come', buildInForce([THIRD, PAGE])],
    ['while other pages go', buildInForce([PAGE])],
    ['while another profile is in force there', buildInForce([PAGE], { profileId: 'other', access_token: 'other' })],
  ])('stays the same %s', async (_case, meanwhile) => {
    const before = await applyAndRead(inForce);
    await applySessionRules(meanwhile);
    const after = await applyAndRead(buildInForce([PAGE]));
    expect(after[PAGE]).toMatch(/^[0-9a-f]{32}$/);
    expect(after[PAGE]).toBe(before[PAGE]);
    expect(JSON.stringify(browserRules.getRules())).toContain(before[PAGE]);
  });

  it('is known to no rule once the page is none any more, and is another one when it comes back', async () => {
    const before = await applyAndRead(inForce);
    await applySessionRules(buildInForce([PAGE]));
    expect(JSON.stringify(browserRules.getRules())).not.toContain(before[API_ORIGIN]);
    await applySessionRules(inForce);
    expect(JSON.stringify(browserRules.getRules())).not.toContain(before[API_ORIGIN]);
  });

  it('is known to no rule of a next login that is for other pages', async () => {
    const before = await applyAndRead(inForce);
    await applySessionRules(NOTHING_IN_FORCE);
    const after = await applyAndRead(buildInForce([THIRD]));
    expect(Object.keys(after)).toEqual([THIRD]);
    for (const mark of Object.values(before)) expect(JSON.stringify(browserRules.getRules())).not.toContain(mark);
  });
});

describe('when it fails', () => {
  const next = buildInForce([API_ORIGIN], { access_token: 'the-next-token' });

  it('for the rules, those of before go too: their token may be logged out', async () => {
    await applySessionRules(inForce);
    browserRules.failNext(new Error('Rule 1 is bad'));
    await expect(applySessionRules(next)).rejects.toThrow('Rule 1 is bad');
    expect([browserRules.getRules(), await armedPagesItem.getValue()]).toEqual([[], null]);
  });

  it('for the rules and for their removal, at least no page is armed', async () => {
    await applySessionRules(inForce);
    browserRules.failNext(new Error('Rule 1 is bad'), new Error('No rules today'));
    await expect(applySessionRules(next)).rejects.toThrow('Rule 1 is bad');
    expect(await armedPagesItem.getValue()).toBeNull();
  });

  it('for the pages, no rule is left', async () => {
    await applySessionRules(inForce);
    const broken = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('The disk is full'));
    await expect(applySessionRules(next)).rejects.toThrow('The disk is full');
    broken.mockRestore();
    expect([browserRules.getRules(), await armedPagesItem.getValue()]).toEqual([[], null]);
  });
});

it('routes beyond what the browser takes get no rule, and their pages are not armed', async () => {
  const pages = Array.from({ length: 101 }, (_, index) => `https://page-${index}.example`);
  const apis = pages.map((page) => page.replace('page', 'api'));
  await applySessionRules({ injections: [{ ...INJECTION, routes: buildRoutes(pages, apis) }], offTabs: [] });
  const armed = Object.keys((await armedPagesItem.getValue())?.pages ?? {});
  expect(browserRules.getRules().length).toBeLessThanOrEqual(4500);
  expect(armed).toEqual(pages.slice(0, armed.length));
  expect([armed.length > 10, armed.length < pages.length]).toEqual([true, true]);
});

function buildRules(
  ...ids: number[]
): Parameters<typeof fakeBrowser.declarativeNetRequest.updateSessionRules>[0]['addRules'] {
  return ids.map((id) => ({ id, condition: {}, action: { type: 'block' } }));
}
