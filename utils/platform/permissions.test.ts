import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { buildHostPattern } from '@/utils/injection/host-pattern';
import { installPermissions } from '../testing/fake-apis';
import { askForHosts, hasHostPermission, releaseHost, watchPermissions } from './permissions';

const [APP, OTHER] = ['https://app.knetikcloud.com', 'http://localhost:3000'];
let world = installPermissions();
beforeEach(() => {
  world = installPermissions(['https://app.knetikcloud.com/*']);
});

describe('permitted are', () => {
  it.each([
    ['a permitted host', ['https://app.knetikcloud.com/oauth/token?a=b'], true],
    ['a permitted host on another port, since patterns know no port', [`${APP}:8443/`], true],
    ['not another host', ['https://example.com/'], false],
    ['not another scheme', ['http://app.knetikcloud.com/'], false],
    ['not several when one is missing', [APP, OTHER], false],
    ['no hosts at all, whatever is missing', [], true],
  ])('%s', async (_case, urls, isPermitted) => {
    expect(await hasHostPermission(...urls)).toBe(isPermitted);
  });
});

it('a pattern is of one host, without the port', () => {
  expect([APP, OTHER].map(buildHostPattern)).toEqual(['https://app.knetikcloud.com/*', 'http://localhost/*']);
});

it.each([true, false])('the user is asked for all hosts in one question; the answer is %s', async (userAgrees) => {
  world.userAgrees = userAgrees;
  expect(await askForHosts([APP, OTHER])).toBe(userAgrees);
  expect(world.asked).toEqual([['https://app.knetikcloud.com/*', 'http://localhost/*']]);
  expect(await hasHostPermission(OTHER)).toBe(userAgrees);
});

it('the user is not asked for no hosts', async () => {
  expect(await askForHosts([])).toBe(true);
  expect(world.asked).toEqual([]);
});

it.each([
  [APP, true],
  [OTHER, false],
])('where the browser takes no question, what was allowed before counts: %s is %s', async (url, isPermitted) => {
  Object.assign(fakeBrowser.permissions, { request: () => Promise.reject(new Error('no user gesture')) });
  expect(await askForHosts([url])).toBe(isPermitted);
});

it.each([
  ['is given back', 'http://localhost:3000', [APP], ['https://app.knetikcloud.com/*']],
  ['stays while another port of it is chosen', 'http://localhost:3000', ['http://localhost:8080'], undefined],
  ['stays when it came with the installation', APP, [], undefined],
])('the permission for a host %s', async (_case, origin, left, expected) => {
  const before = ['https://app.knetikcloud.com/*', 'http://localhost/*'];
  world = installPermissions(before);
  await releaseHost(origin, left);
  expect([...world.granted]).toEqual(expected ?? before);
});

it('who watches hears of permissions given and taken, until that is stopped', () => {
  let times = 0;
  const stop = watchPermissions(() => {
    times += 1;
  });
  world.onAdded.trigger({});
  world.onRemoved.trigger({});
  expect(times).toBe(2);
  stop();
  world.onAdded.trigger({});
  world.onRemoved.trigger({});
  expect(times).toBe(2);
});
