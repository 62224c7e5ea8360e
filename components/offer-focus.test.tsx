// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { offerFocus } from './offer-focus';

afterEach(cleanup);

it.each([
  ['is moved from a button', 'elsewhere', true],
  ['stays in a field of another part', 'another field', false],
  ['is moved within a form', 'same form', true],
])('the focus %s', (_case, from, isMoved) => {
  render(
    <>
      <button type="button" aria-label="elsewhere" />
      <input aria-label="another field" />
      <form>
        <input aria-label="same form" />
        <input aria-label="target" />
      </form>
    </>,
  );
  screen.getByLabelText(from).focus();
  offerFocus(screen.getByLabelText('target'));
  expect(document.activeElement).toBe(screen.getByLabelText(isMoved ? 'target' : from));
});
