/** Waits until something is true, looking every 20 ms; throws with its description after `timeoutMs`. */
export async function waitUntil(
  description: string,
  isTrue: () => boolean | Promise<boolean>,
  timeoutMs = 10_000,
): Promise<void> {
  const deadlineMs = Date.now() + timeoutMs;
  while (!(await isTrue())) {
    if (Date.now() > deadlineMs) throw new Error(`Waited ${timeoutMs} ms in vain until ${description}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
