import type { FirstSteps } from '@/utils/platform/first-steps';

export type StepName = 'open' | 'log-in' | 'first-200';
export type StepState = 'done' | 'next' | 'later';

/** Which of the three steps are done, and which is the next. */
export function getStepStates(facts: FirstSteps): Record<StepName, StepState> {
  const { hasHostAccess, isOnToolbar, isLoggedIn, hasSucceeded } = facts;
  // Whoever has logged in has found the popup, wherever its icon is.
  const isOpen = hasHostAccess && (isOnToolbar !== false || isLoggedIn || hasSucceeded);
  const steps: [StepName, boolean][] = [
    ['open', isOpen],
    ['log-in', isLoggedIn],
    ['first-200', hasSucceeded],
  ];
  const next = steps.find(([, isDone]) => !isDone)?.[0];
  const states = steps.map(([name, isDone]) => [name, isDone ? 'done' : name === next ? 'next' : 'later'] as const);
  return Object.fromEntries(states) as Record<StepName, StepState>;
}
