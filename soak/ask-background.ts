import type { Stage } from './stage.ts';

/** Longer than any answer may take: a request for a token has 15 s. */
const PATIENCE_MS = 40_000;

/** Asks the background, as the extension's own pages do. Throws what it throws, and when there is no answer. */
export async function askBackground(
  { control }: Pick<Stage, 'control'>,
  type: string,
  data: unknown,
): Promise<unknown> {
  const answer = (await withPatience(control.ask(type, data), type)) as { res?: unknown; err?: unknown } | undefined;
  if (answer?.err !== undefined) throw new Error(`${type}: ${JSON.stringify(answer.err)}`);
  return answer?.res;
}

/** The same, but the background dies meanwhile; what became of it nobody knows. */
export async function askDying(
  { control, harness }: Pick<Stage, 'control' | 'harness'>,
  { type, data, afterMs }: { type: string; data: unknown; afterMs: number },
): Promise<void> {
  // It may have been quick enough, or not.
  const asked = withPatience(control.ask(type, data), type).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  await harness.stopBackground();
  await asked;
}

function withPatience<T>(answer: Promise<T>, type: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${type} was not answered within ${PATIENCE_MS} ms.`)), PATIENCE_MS);
  });
  return Promise.race([answer, patience]).finally(() => clearTimeout(timer));
}
