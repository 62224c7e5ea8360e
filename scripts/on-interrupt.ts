/**
 * Cleans up and exits when the user wants out. Ctrl+C reaches this process more than once, from the terminal and from
 * those that started it: only the first time counts, and none of the others may cut the cleaning up short.
 */
export function onInterrupt(cleanUp: () => Promise<unknown>): void {
  let cleaning: Promise<unknown> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      cleaning ??= cleanUp().finally(() => process.exit(0));
    });
  }
}
