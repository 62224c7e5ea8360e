// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import type { JSX } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { useStored } from './use-stored';

afterEach(cleanup);

/** A stored item whose first read takes until `finishReading`. */
function buildSlowItem() {
  const watchers = new Set<(value: string) => void>();
  const { promise, resolve } = Promise.withResolvers<string>();
  return {
    item: {
      getValue: () => promise,
      watch(callback: (value: string) => void) {
        watchers.add(callback);
        return () => void watchers.delete(callback);
      },
    },
    watchers,
    finishReading: (value: string) =>
      act(async () => {
        resolve(value);
        await promise;
      }),
    change: (value: string) => act(() => watchers.forEach((watcher) => watcher(value))),
  };
}

function Shown({ item }: { item: ReturnType<typeof buildSlowItem>['item'] }): JSX.Element {
  return <output>{useStored(item) ?? 'not read yet'}</output>;
}
const readShown = (): string | null => screen.getByRole('status').textContent;

describe('a stored value', () => {
  it('is unknown until it was read', async () => {
    const { item, finishReading } = buildSlowItem();
    render(<Shown item={item} />);
    expect(readShown()).toBe('not read yet');
    await finishReading('read');
    expect(readShown()).toBe('read');
  });

  it('follows every change', async () => {
    const { item, finishReading, change } = buildSlowItem();
    render(<Shown item={item} />);
    await finishReading('read');
    await change('changed');
    expect(readShown()).toBe('changed');
  });

  it('that changes during the first read is the newer one, whatever that read brings', async () => {
    const { item, finishReading, change } = buildSlowItem();
    render(<Shown item={item} />);
    await change('changed');
    await finishReading('read before the change');
    expect(readShown()).toBe('changed');
  });

  it('is not watched any more by what is gone', async () => {
    const { item, watchers } = buildSlowItem();
    const { unmount } = render(<Shown item={item} />);
    expect(watchers.size).toBe(1);
    await act(() => void unmount());
    expect(watchers.size).toBe(0);
  });
});
