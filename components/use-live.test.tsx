// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import type { JSX } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { useLive } from './use-live';

afterEach(cleanup);

/** Something stored that is read as slowly as the test wants; `finish(n, …)` ends the n-th read. */
function buildSlowStore() {
  const watchers = new Set<() => void>();
  const reads: PromiseWithResolvers<string>[] = [];
  return {
    watchers,
    read: () => {
      const begun = Promise.withResolvers<string>();
      reads.push(begun);
      return begun.promise;
    },
    watch: (callback: () => void) => {
      watchers.add(callback);
      return () => void watchers.delete(callback);
    },
    change: () => act(() => watchers.forEach((watcher) => watcher())),
    finish: (index: number, value: string) =>
      act(async () => {
        reads[index]?.resolve(value);
        await reads[index]?.promise;
      }),
  };
}

type Store = Pick<ReturnType<typeof buildSlowStore>, 'read' | 'watch'>;
function Shown({ read, watch }: Store): JSX.Element {
  return <output>{useLive(read, watch) ?? 'not read yet'}</output>;
}
const readShown = (): string | null => screen.getByRole('status').textContent;

/** Shows the store, with two changes that came during the first read: three reads are under way. */
async function showWithThreeReads() {
  const store = buildSlowStore();
  const { unmount } = render(<Shown read={store.read} watch={store.watch} />);
  await store.change();
  await store.change();
  return { store, unmount };
}

describe('what is live', () => {
  it('is unknown until it was read', async () => {
    const store = buildSlowStore();
    render(<Shown read={store.read} watch={store.watch} />);
    expect(readShown()).toBe('not read yet');
    await store.finish(0, 'read');
    expect(readShown()).toBe('read');
  });

  it('is what the last read has found, though an earlier one ends after it', async () => {
    const { store } = await showWithThreeReads();
    await store.finish(2, 'last');
    await store.finish(0, 'first');
    await store.finish(1, 'second');
    expect(readShown()).toBe('last');
  });

  it('is shown as far as it is known, also while changes come faster than reads end', async () => {
    const { store } = await showWithThreeReads();
    await store.finish(1, 'second');
    expect(readShown()).toBe('second');
    await store.finish(0, 'first');
    expect(readShown()).toBe('second');
  });

  it('is not watched any more by what is gone', async () => {
    const { store, unmount } = await showWithThreeReads();
    await act(() => void unmount());
    expect(store.watchers.size).toBe(0);
  });
});
