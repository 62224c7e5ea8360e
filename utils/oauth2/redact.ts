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
  return unique.reduce((rest, secret) => rest.replaceAll(buildPattern(secret), REPLACEMENT), text);
}

function buildPattern(secret: string): RegExp {
  const escaped = secret.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return secret.length < 4
    ? new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu')
    : new RegExp(escaped, 'g');
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
