// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { FormField, type FormFieldProps } from './FormField';

afterEach(cleanup);

function renderField(part: Partial<FormFieldProps> = {}) {
  const typed: string[] = [];
  const field = { name: 'password', label: 'Password', value: '', onInput: (value: string) => void typed.push(value) };
  render(<FormField {...field} {...part} />);
  return { typed, input: screen.getByLabelText<HTMLInputElement>(/^Password/) };
}
/** The text that a screen reader reads after the field's name. */
const getDescription = (input: HTMLElement) =>
  document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent;

describe('a field', () => {
  it('tells what is typed into it', async () => {
    const { typed, input } = renderField({ value: 'A3ddj3' });
    await userEvent.type(input, 'w');
    expect(typed).toEqual(['A3ddj3w']);
  });

  it.each([
    [true, 'Password', 'true'],
    [false, expect.stringMatching(/^Password\W+optional$/), 'false'],
  ])('says whether it is needed: %s', (required, label, ariaRequired) => {
    const { input } = renderField({ required });
    expect([input.labels?.[0]?.textContent, input.getAttribute('aria-required')]).toEqual([label, ariaRequired]);
  });

  it('is described by its hint', () => {
    const { input } = renderField({ hint: 'as on the web site' });
    expect([getDescription(input), input.getAttribute('aria-invalid')]).toEqual(['as on the web site', 'false']);
  });

  it('is described by its problem rather than by its hint', () => {
    const { input } = renderField({ hint: 'as on the web site', problem: 'Password is needed.' });
    expect([getDescription(input), input.getAttribute('aria-invalid')]).toEqual(['Password is needed.', 'true']);
    expect(screen.queryByText('as on the web site')).toBeNull();
  });

  it.each(['text', 'secret', 'url'] as const)('of kind %s is left alone by password managers', (kind) => {
    const { input } = renderField({ kind });
    expect(input.autocomplete).toBe(kind === 'secret' ? 'new-password' : 'off');
  });
});

describe('a secret', () => {
  it('is masked until it is revealed, and can be masked again', async () => {
    const { input } = renderField({ kind: 'secret', value: 'A3ddj3w' });
    expect(input.type).toBe('password');
    await userEvent.click(screen.getByRole('button', { name: 'Show Password' }));
    expect([input.type, input.value]).toEqual(['text', 'A3ddj3w']);
    await userEvent.click(screen.getByRole('button', { name: 'Hide Password' }));
    expect(input.type).toBe('password');
  });

  it('cannot be typed or revealed while a request is under way', () => {
    const { input } = renderField({ kind: 'secret', disabled: true });
    const { disabled } = screen.getByRole<HTMLButtonElement>('button', { name: 'Show Password' });
    expect([input.disabled, disabled]).toEqual([true, true]);
  });
});

it('what is no secret is shown, with nothing to reveal', () => {
  expect(renderField().input.type).toBe('text');
  expect(screen.queryByRole('button')).toBeNull();
});
