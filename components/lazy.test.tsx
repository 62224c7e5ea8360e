// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { lazy, readParts } from './lazy';

afterEach(cleanup);

const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>;

it('A lazy component is loaded when it is shown first, and once', async () => {
  let loads = 0;
  const LazyGreeting = lazy(async () => {
    loads += 1;
    return Greeting;
  });
  expect(loads).toBe(0);
  render(<LazyGreeting name="Ada" />);
  expect(document.body.textContent).toBe('');
  await screen.findByText('Hello Ada');
  cleanup();
  render(<LazyGreeting name="Grace" />);
  expect(document.body.textContent).toBe('Hello Grace');
  expect(loads).toBe(1);
});

it('A lazy component that was left while it was loaded shows when it is shown again', async () => {
  const loading = Promise.withResolvers<typeof Greeting>();
  const LazyGreeting = lazy(() => loading.promise);
  render(<LazyGreeting name="Ada" />);
  cleanup();
  loading.resolve(Greeting);
  await loading.promise;
  render(<LazyGreeting name="Grace" />);
  expect(await screen.findByText('Hello Grace')).toBeTruthy();
});

it('A part that cannot be loaded says so and what helps; shown again, it is tried again', async () => {
  let isThere = false;
  const LazyGreeting = lazy(async () => {
    if (!isThere) throw new TypeError('gone');
    return Greeting;
  });
  render(<LazyGreeting name="Ada" />);
  expect((await screen.findByRole('alert')).textContent).toBe(
    'This part of the extension could not be loaded. Close this popup and open it again; nothing you typed is lost.',
  );
  cleanup();
  isThere = true;
  render(<LazyGreeting name="Ada" />);
  expect(await screen.findByText('Hello Ada')).toBeTruthy();
});

it('A part that was read ahead is there at once; one that could not be read is tried again when it is shown', async () => {
  let isThere = false;
  const load = async () => {
    if (!isThere) throw new TypeError('gone');
    return Greeting;
  };
  const LazyGreeting = lazy(load);
  readParts();
  await Promise.resolve();
  isThere = true;
  render(<LazyGreeting name="Ada" />);
  expect(await screen.findByText('Hello Ada')).toBeTruthy();

  const Other = lazy(load);
  readParts();
  await new Promise((resolve) => setTimeout(resolve));
  render(<Other name="Grace" />);
  expect(screen.getByText('Hello Grace')).toBeTruthy();
});
