// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import type { JSX } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { installPermissions } from '@/utils/testing/fake-apis';
import { useHostPermission } from './use-host-permission';

const [PAGE, OTHER] = ['http://localhost:3000', 'https://app.example'];

function Shown({ origins }: { origins: string[] }): JSX.Element {
  return <output>{String(useHostPermission(origins))}</output>;
}
const readShown = (): string | null => screen.getByRole('status').textContent;
const untilShown = (text: string) => vi.waitUntil(() => readShown() === text);

let permissions = installPermissions();
beforeEach(() => {
  permissions = installPermissions(['http://localhost/*']);
});
afterEach(cleanup);

describe('the permission for some hosts', () => {
  it('is unknown until the browser has said', async () => {
    render(<Shown origins={[PAGE]} />);
    expect(readShown()).toBe('undefined');
    await untilShown('true');
  });

  it.each<[string, string[], string]>([
    ['needs all of them', [PAGE, OTHER], 'false'],
    ['is there for none', [], 'true'],
  ])('%s', async (_case, origins, shown) => {
    render(<Shown origins={origins} />);
    await vi.waitFor(() => expect(readShown()).toBe(shown));
  });

  it('follows what the user allows and takes back', async () => {
    render(<Shown origins={[OTHER]} />);
    await untilShown('false');
    await act(() => void fakeBrowser.permissions.request({ origins: ['https://app.example/*'] }));
    await untilShown('true');
    await act(() => void fakeBrowser.permissions.remove({ origins: ['https://app.example/*'] }));
    await vi.waitFor(() => expect(readShown()).toBe('false'));
  });

  it('is unknown again for other hosts, never that of those before', async () => {
    const { rerender } = render(<Shown origins={[PAGE]} />);
    await untilShown('true');
    rerender(<Shown origins={[OTHER]} />);
    expect(readShown()).toBe('undefined');
    await untilShown('false');
  });

  it('is that of the hosts now, also when the answer for those before comes last', async () => {
    const before = Promise.withResolvers<boolean>();
    const answers = [before.promise, Promise.resolve(false)];
    Object.assign(fakeBrowser.permissions, { contains: () => answers.shift() });
    const { rerender } = render(<Shown origins={[PAGE]} />);
    await act(() => {});
    rerender(<Shown origins={[OTHER]} />);
    await untilShown('false');
    await act(async () => {
      before.resolve(true);
      await before.promise;
    });
    expect(readShown()).toBe('false');
  });

  it('is not watched any more by what is gone', async () => {
    const { unmount } = render(<Shown origins={[PAGE]} />);
    await untilShown('true');
    const { onAdded, onRemoved } = permissions;
    const count = () => [onAdded, onRemoved].map((event) => event.getFilters().length);
    expect(count()).toEqual([1, 1]);
    await act(() => void unmount());
    expect(count()).toEqual([0, 0]);
  });
});
