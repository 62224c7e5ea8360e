import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { buildEvent } from '../testing/fake-apis';
import { readPolicy, watchPolicy } from './team-policy';

const POLICY = { profiles: [], auto_lock_minutes: 10 };
let get: () => Promise<unknown>;
let onChanged = buildEvent<object>();
beforeEach(() => {
  get = () => Promise.resolve(POLICY);
  onChanged = buildEvent<object>();
  Object.assign(fakeBrowser.storage.managed, { get: () => get(), onChanged });
});

describe('the policy', () => {
  it('is what an administrator has set, checked', async () => {
    expect(await readPolicy()).toEqual({ policy: POLICY, problems: [] });
    get = () => Promise.resolve({ ...POLICY, auto_lock_minutes: 0 });
    expect((await readPolicy()).problems).toHaveLength(1);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['Chromium has none', () => Promise.resolve({})],
    ['Firefox has none', () => Promise.reject(new Error('Managed storage manifest not found'))],
  ])('is empty when %s', async (_case, answer) => {
    get = answer;
    expect(await readPolicy()).toEqual({ policy: { profiles: [] }, problems: [] });
  });

  it('is not taken for an empty one when it cannot be read', async () => {
    get = () => Promise.reject(new Error('An unexpected error occurred'));
    await expect(readPolicy()).rejects.toThrow('An unexpected error occurred');
  });
});

it('who watches is told the whole policy whenever it has changed, until that is stopped', async () => {
  const told = vi.fn<(reading: unknown) => void>();
  const stop = watchPolicy(told);
  expect(told).not.toHaveBeenCalled();
  onChanged.trigger({ auto_lock_minutes: { newValue: 10 } });
  await vi.waitFor(() => expect(told.mock.calls).toEqual([[{ policy: POLICY, problems: [] }]]));
  stop();
  expect(onChanged.getFilters()).toEqual([]);
});
