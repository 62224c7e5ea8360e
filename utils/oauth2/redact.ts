import { findMirrors, type Span } from './find-mirrors';

const REPLACEMENT = '•••';

/**
 * Replaces every secret in a text that came from outside. KnetikCloud's `error_description` repeats refresh tokens
 * ("Invalid refresh token: …"). A very short secret is replaced only as a whole word, or no text would stay readable.
 */
export function redact(text: string, secrets: readonly string[]): string {
  const forms = secrets.flatMap((secret) =>
    secret === ''
      ? []
      : [secret, encodeURIComponent(secret.toWellFormed()), new URLSearchParams({ '': secret }).toString().slice(1)],
  );
  // Longest first: a secret may be part of another one.
  const unique = [...new Set(forms)].toSorted((a, b) => b.length - a.length);
  const redacted = unique.reduce((rest, secret) => rest.replaceAll(buildPattern(secret), REPLACEMENT), text);
  return replaceSpans(redacted, findMirrors(redacted, secrets));
}

function replaceSpans(text: string, spans: readonly Span[]): string {
  let replaced = '';
  let at = 0;
  for (const [start, end] of spans.toSorted(([a], [b]) => a - b)) {
    // Within or across what is hidden already.
    if (start >= at) replaced += text.slice(at, start) + REPLACEMENT;
    at = Math.max(at, end);
  }
  return replaced + text.slice(at);
}

function buildPattern(secret: string): RegExp | string {
  // As text, because a pattern of that length may be too large to be one.
  if (secret.length >= 4) return secret;
  const escaped = secret.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu');
}

/** Makes a text of the server's fit to be shown and stored: secrets out, one line, bounded. */
export function tidyServerText(text: string, secrets: readonly string[]): string {
  const joined = redact(text, secrets)
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  // Again, because joining lines can put a secret together.
  const oneLine = redact(joined, secrets);
  return oneLine.length > 300 ? `${oneLine.slice(0, 299)}…` : oneLine;
}
