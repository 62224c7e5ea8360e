export type AskedUrlProblem = 'missing' | 'malformed' | 'scheme';
export type AskedUrlReading = { ok: true; url: string } | { ok: false; problem: AskedUrlProblem };

/**
 * Reads what a person typed or pasted as the address of a request; without a scheme it is taken for https, or for http on
 * this machine.
 * @param page the origin that a path alone belongs to, if any
 */
export function readAskedUrl(text: string, page?: string): AskedUrlReading {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, problem: 'missing' };
  const isPath = /^\/(?!\/)/.test(trimmed);
  if (isPath && page === undefined) return { ok: false, problem: 'malformed' };
  // `localhost:3000` is no scheme, `mailto:someone` is one.
  const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(trimmed);
  const guessed = /^(localhost|127\.0\.0\.1)(?![\w.-])/i.test(trimmed) ? 'http://' : 'https://';
  const absolute = hasScheme || isPath ? trimmed : guessed + trimmed.replace(/^\/\//, '');
  if (/\s/.test(absolute) || !URL.canParse(absolute, page)) return { ok: false, problem: 'malformed' };
  const url = new URL(absolute, page);
  if (!/^(https?|wss?):$/.test(url.protocol)) return { ok: false, problem: 'scheme' };
  return { ok: true, url: url.href };
}
