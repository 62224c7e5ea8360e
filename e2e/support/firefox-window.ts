import type { Browser } from 'puppeteer-core';

/** The raw WebDriver BiDi connection, which puppeteer does not put into its types. */
interface BidiConnection {
  send(method: string, parameters: object): Promise<{ result: BidiResult }>;
}

interface BidiResult {
  contexts?: { context: string }[];
  exceptionDetails?: { text: string };
  result?: { value?: unknown };
}

/** What an expression is in Firefox's own window. */
export async function evaluateInFirefox(browser: Browser, expression: string): Promise<unknown> {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = tree.result.contexts?.[0]?.context;
  const { result } = await connection.send('script.evaluate', { expression, awaitPromise: true, target: { context } });
  if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
  return result.result?.value;
}
