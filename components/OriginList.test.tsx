// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { OriginList, type OriginListProps } from './OriginList';

afterEach(cleanup);

const [PAGE, OTHER] = ['http://localhost:3000', 'https://app.example'];

/** Shows the list; what its user wants is in `wanted`. */
function renderList(part: Partial<OriginListProps> = {}) {
  const wanted: [string, string][] = [];
  render(
    <OriginList
      heading="Pages"
      origins={[PAGE, OTHER]}
      action="Remove"
      nameAction={(origin) => `Remove: page ${origin}`}
      onAction={(origin) => wanted.push(['remove', origin])}
      addLabel="Another page"
      onAdd={(origin) => wanted.push(['add', origin])}
      {...part}
    />,
  );
  return { wanted, user: userEvent.setup() };
}
const getField = () => screen.getByLabelText<HTMLInputElement>('Another page');

describe('the list of origins', () => {
  it('has its heading for a name, and a button for each origin that says which it is about', async () => {
    const { wanted, user } = renderList();
    expect(screen.getByRole('region', { name: 'Pages' })).toBeTruthy();
    const names = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));
    expect(names).toEqual([`Remove: page ${PAGE}`, `Remove: page ${OTHER}`, null]);
    await user.click(screen.getByRole('button', { name: `Remove: page ${OTHER}` }));
    expect(wanted).toEqual([['remove', OTHER]]);
  });

  it('has first what is always there, without a button', () => {
    renderList({ fixed: 'https://api.example', origins: [] });
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'https://api.example always',
    ]);
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Add']);
  });

  it('has no field where none can be added', () => {
    render(<OriginList heading="Off" origins={[PAGE]} action="On" nameAction={() => 'On again'} onAction={() => {}} />);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });
});

describe('adding an origin', () => {
  it.each([
    ['an origin', 'https://shop.example', 'https://shop.example'],
    ['a pasted address', 'https://Shop.Example:8443/cart?a=b#c', 'https://shop.example:8443'],
    ['a host', 'shop.example', 'https://shop.example'],
    ['a server on this machine', 'localhost:3000', 'http://localhost:3000'],
  ])('takes %s for its origin, and empties the field', async (_case, typed, origin) => {
    const { wanted, user } = renderList();
    await user.type(getField(), `${typed}{Enter}`);
    expect([wanted, getField().value]).toEqual([[['add', origin]], '']);
  });

  it.each([
    ['plain http', 'http://shop.example', /https:\/\//],
    ['a wildcard', '*.example', /no web address/],
    ['nothing', ' ', /^Another page is missing/],
  ])('refuses %s and says so beside the field, until it is right', async (_case, typed, problem) => {
    const { wanted, user } = renderList();
    await user.type(getField(), typed);
    await user.click(screen.getByRole('button', { name: 'Add' }));
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toMatch(problem);
    expect([getField().getAttribute('aria-invalid'), getField().getAttribute('aria-describedby')]).toEqual([
      'true',
      alert.id,
    ]);
    expect([wanted, getField().value]).toEqual([[], typed.trim()]);
    await user.clear(getField());
    await user.type(getField(), 'shop.example{Enter}');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(wanted).toEqual([['add', 'https://shop.example']]);
  });
});
