import { expect, it } from 'vitest';
import type { FirstSteps } from '@/utils/platform/first-steps';
import { getStepStates, type StepState } from './get-step-states';

const NEW: FirstSteps = {
  origin: 'https://devsandbox.knetikcloud.com',
  hasHostAccess: true,
  isOnToolbar: false,
  keys: undefined,
  isLoggedIn: false,
  hasSucceeded: false,
};

it.each<[string, Partial<FirstSteps>, StepState[]]>([
  ['at first the popup is to be found', {}, ['next', 'later', 'later']],
  ['a pinned icon is enough', { isOnToolbar: true }, ['done', 'next', 'later']],
  ['so it is where the browser does not tell of the pin', { isOnToolbar: undefined }, ['done', 'next', 'later']],
  ['not without the permission for the host', { isOnToolbar: true, hasHostAccess: false }, ['next', 'later', 'later']],
  ['whoever is logged in has found the popup', { isLoggedIn: true }, ['done', 'done', 'next']],
  ['after the first 200 nothing is left', { isLoggedIn: true, hasSucceeded: true }, ['done', 'done', 'done']],
  ['after a logout only the login is next', { hasSucceeded: true }, ['done', 'next', 'done']],
])('%s', (_name, part, states) => {
  expect(Object.values(getStepStates({ ...NEW, ...part }))).toEqual(states);
});
