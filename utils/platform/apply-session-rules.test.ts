import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { buildSessionRules } from '@/utils/injection/session-rules';
import { ACCESS_TOKEN, API_ORIGIN, INJECTION } from '../testing/examples';
import { installSessionRules } from '../testing/fake-apis';
import { applySessionRules } from './apply-session-rules';
import { armedPagesItem, markItem } from './storage';

const PAGE = 'https://admin.knetikcloud.com';
const injection = { ...INJECTION, pageOrigins: [API_ORIGIN, PAGE], offTabs: [7] };

let browserRules = installSessionRules();
beforeEach(() => {
  fakeBrowser.reset();
  browserRules = installSessionRules();
  armedPagesItem.watch((armed) => browserRules.log.push(armed ? 'pages armed' : 'pages disarmed'));
});

it('an injection puts its rules and its pages in force, under one mark', async () => {
  await applySessionRules(injection);
  const { mark = '' } = (await markItem.getValue()) ?? {};
  expect(mark).toMatch(/^[0-9a-f]{32}$/);
  expect(browserRules.getRules()).toEqual(buildSessionRules(injection, mark));
  expect(await armedPagesItem.getValue()).toEqual({
    mark,
    pages: { [API_ORIGIN]: [API_ORIGIN], [PAGE]: [API_ORIGIN] },
    offTabs: [7],
  });
});

it('no page marks a request before the rules are there', async () => {
  await applySessionRules(injection);
  expect(browserRules.log).toEqual(['rules changed', 'pages armed']);
});

describe('without an injection', () => {
  it('nothing is left, neither a rule nor a page', async () => {
    await applySessionRules(injection);
    await applySessionRules(undefined);
    expect([browserRules.getRules(), await armedPagesItem.getValue()]).toEqual([[], null]);
  });

  it('what an earlier run left is taken away', async () => {
    await fakeBrowser.declarativeNetRequest.updateSessionRules({ addRules: buildRules(7, 8) });
    await armedPagesItem.setValue({ mark: 'of an earlier session', pages: { [PAGE]: [API_ORIGIN] }, offTabs: [] });
    await applySessionRules(undefined);
    expect([browserRules.getRules(), await armedPagesItem.getValue()]).toEqual([[], null]);
  });
});

it('another token replaces the rules in one change, so that no request falls between', async () => {
  await applySessionRules(injection);
  await applySessionRules({ ...injection, access_token: 'the-next-token', pageOrigins: [API_ORIGIN] });
  expect(browserRules.log.filter((entry) => entry === 'rules changed')).toHaveLength(2);
  expect(JSON.stringify(browserRules.getRules())).toContain('Bearer the-next-token');
  expect(JSON.stringify(browserRules.getRules())).not.toContain(ACCESS_TOKEN);
});

it('the mark stays the same for the whole browser session', async () => {
  await applySessionRules(injection);
  const before = await markItem.getValue();
  await applySessionRules(undefined);
  await applySessionRules(injection);
  expect([await markItem.getValue(), (await armedPagesItem.getValue())?.mark]).toEqual([before, before?.mark]);
});

it.each([
  ['others', [PAGE]],
  ['fewer', [API_ORIGIN]],
  ['more', [API_ORIGIN, PAGE, 'https://third.knetikcloud.com']],
])('%s pages than before get a new mark, which those before do not know', async (_case, pageOrigins) => {
  await applySessionRules(injection);
  const before = await markItem.getValue();
  await applySessionRules(undefined);
  await applySessionRules({ ...injection, pageOrigins });
  const after = await markItem.getValue();
  expect(after?.mark).not.toBe(before?.mark);
  expect(JSON.stringify(browserRules.getRules())).not.toContain(before?.mark);
});

function buildRules(
  ...ids: number[]
): Parameters<typeof fakeBrowser.declarativeNetRequest.updateSessionRules>[0]['addRules'] {
  return ids.map((id) => ({ id, condition: {}, action: { type: 'block' } }));
}
