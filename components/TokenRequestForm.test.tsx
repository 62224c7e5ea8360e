// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_TOKEN_FORM, type TokenForm } from '@/utils/oauth2/token-form';
import { PASSWORD_FORM } from '@/utils/testing/examples';
import { TokenRequestForm, type TokenRequestFormProps } from './TokenRequestForm';

afterEach(cleanup);

function renderForm(form: Partial<TokenForm> = {}, props: Partial<TokenRequestFormProps> = {}) {
  const log: unknown[][] = [];
  const note = (what: string) => (form?: Partial<TokenForm>) => void log.push(form ? [what, form] : [what]);
  const initial = { ...EMPTY_TOKEN_FORM, ...form };
  render(
    <TokenRequestForm
      initial={initial}
      lockedFields={[]}
      isRequesting={false}
      onChange={note('changed')}
      onSubmit={note('submitted')}
      onCancel={() => note('cancelled')()}
      {...props}
    />,
  );
  return { user: userEvent.setup(), log, initial };
}
const getFields = () => screen.getAllByRole<HTMLInputElement>('textbox', { hidden: true });
const getField = (label: string | RegExp) => screen.getByLabelText<HTMLInputElement>(label);
const getLabels = () =>
  [...document.querySelectorAll('label')].map((label) => label.textContent?.replace(/\W*optional$/, ', optional'));
const choose = (name: string) => userEvent.selectOptions(screen.getByLabelText('Grant type'), name);
const submit = () => userEvent.click(screen.getByRole('button', { name: 'Get token' }));
/** The name of the field that has the focus, once the form has moved it. */
const awaitFocus = (name: string) => vi.waitFor(() => expect(document.activeElement).toHaveProperty('name', name));
/** The text beside a field that says what is wrong with it. */
const getProblem = (label: string | RegExp) =>
  document.getElementById(getField(label).getAttribute('aria-describedby') ?? '')?.textContent;

describe('a field that the team has set', () => {
  it('cannot be typed over, and says why; the others can', () => {
    renderForm({ grant: 'password' }, { lockedFields: ['base_url', 'grant'] });
    expect([getField('Base URL').disabled, getField('Grant type').disabled]).toEqual([true, true]);
    expect(getProblem('Base URL')).toBe('Set by your team.');
    expect(getField('User name').disabled).toBe(false);
  });
});

describe('the form', () => {
  it('begins with the defaults', () => {
    renderForm();
    expect(getFields().map(({ name, value }) => [name, value])).toContainEqual([
      'base_url',
      'https://devsandbox.knetikcloud.com',
    ]);
    expect(getField('Client ID').value).toBe('knetik');
    expect(screen.getByLabelText<HTMLSelectElement>('Grant type').value).toBe('client_credentials');
  });

  const client = ['Client ID', 'Client secret, optional'];
  it.each([
    ['Client credentials', client],
    ['Password (legacy)', ['User name', 'Password', ...client]],
    ['Facebook', ['Facebook access token', ...client]],
    ['Google', ['Google access token', ...client]],
    ['Refresh token', ['Refresh token', ...client]],
    [
      'Other…',
      ['Grant type name', 'Third-party token, optional', 'User name, optional', 'Password, optional', ...client],
    ],
  ])('shows for %s the fields of that grant and no others', async (grant, labels) => {
    renderForm();
    await choose(grant);
    expect(getLabels()).toEqual(['Base URL', 'Grant type', ...labels]);
  });

  it('keeps what was typed for one grant while another is looked at', async () => {
    renderForm(PASSWORD_FORM);
    await choose('Google');
    await choose('Password (legacy)');
    expect(getField('User name').value).toBe('johndoe');
  });

  it("does not show another grant's secret because this one was revealed", async () => {
    const { user } = renderForm(PASSWORD_FORM);
    await user.click(screen.getByRole('button', { name: 'Show Client secret' }));
    await choose('Google');
    expect(getField(/^Client secret/).type).toBe('password');
  });

  it.each<[string, Partial<TokenForm>, string]>([
    ['the first field that is still to be filled in', { ...PASSWORD_FORM, password: '' }, 'Password'],
    ['the button when there is none', PASSWORD_FORM, 'Get token'],
  ])('begins in %s', async (_case, form, name) => {
    renderForm(form);
    const begin = name === 'Get token' ? screen.getByRole('button', { name }) : getField(name);
    await vi.waitFor(() => expect(document.activeElement).toBe(begin));
  });

  it('tells every change, so that nothing is lost with the popup', async () => {
    const { user, log } = renderForm();
    await user.type(getField('Client ID'), '2');
    await choose('Google');
    expect(log).toEqual([
      ['changed', { client_id: 'knetik2' }],
      ['changed', { grant: 'google' }],
    ]);
  });
});

describe('sending the form', () => {
  it.each([
    ['the button', submit],
    ['Enter in a field', () => userEvent.type(getField('User name'), '{Enter}')],
  ])('works with %s', async (_case, send) => {
    const { log } = renderForm(PASSWORD_FORM);
    await send();
    expect(log).toEqual([['submitted', PASSWORD_FORM]]);
  });

  it('with something missing sends nothing, says beside each field what, and moves to the first', async () => {
    const { log } = renderForm({ grant: 'password', base_url: 'http://devsandbox.knetikcloud.com' });
    await submit();
    expect(log).toEqual([]);
    expect(['Base URL', 'User name', 'Password'].map(getProblem)).toEqual([
      'The address must begin with https://, or your credentials would travel in clear. Only localhost may do without.',
      'User name is needed for this grant.',
      'Password is needed for this grant.',
    ]);
    await awaitFocus('base_url');
  });

  it('moves to the first problem again when it is tried again', async () => {
    const { user } = renderForm({ grant: 'password' });
    await submit();
    await awaitFocus('username');
    await user.click(getField('Client ID'));
    await submit();
    await vi.waitFor(() => expect(document.activeElement).toBe(getField('User name')));
  });

  it('leaves the user in the field they are mending, though one above it is still missing', async () => {
    const { user } = renderForm({ grant: 'password' });
    await submit();
    await awaitFocus('username');
    await user.click(getField('Password'));
    await user.keyboard('A3ddj3w');
    expect(getField('Password').value).toBe('A3ddj3w');
    expect(document.activeElement).toBe(getField('Password'));
  });

  it('takes a message away once its field is mended, and brings none while the user types', async () => {
    const { user } = renderForm({ grant: 'password' });
    await submit();
    await user.type(getField('User name'), 'j');
    await user.clear(getField('Client ID'));
    expect(['User name', 'Password', 'Client ID'].map(getProblem)).toEqual([
      undefined,
      'Password is needed for this grant.',
      undefined,
    ]);
  });
});

describe('while a request is under way', () => {
  it('no second one can be sent', () => {
    const { log } = renderForm(PASSWORD_FORM, { isRequesting: true });
    fireEvent.submit(screen.getByRole('form', { name: 'Token request' }));
    expect(log).toEqual([]);
  });

  it('nothing can be changed, and cancelling is what is offered', async () => {
    const { user, log } = renderForm(PASSWORD_FORM, { isRequesting: true });
    const inputs = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
    expect(inputs.filter(({ disabled }) => !disabled)).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Get token' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(log).toEqual([['cancelled']]);
  });
});

it('the way back to the token is there only when there is one', async () => {
  const { user, log } = renderForm();
  expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
  cleanup();
  renderForm({}, { onBack: () => void log.push(['back']) });
  await user.click(screen.getByRole('button', { name: 'Back' }));
  expect(log).toEqual([['back']]);
});
