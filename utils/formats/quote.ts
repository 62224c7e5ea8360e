// Each answers undefined for what its tool cannot be told. None of it is a library's: `shescape` needs Node and asks it
// which shell is installed, `shell-quote` leaves a "!" to bash's history, and neither knows PowerShell's other quotes.

/** One word for sh, bash and zsh, also where they are typed into: nothing but "'" means anything inside. */
export function quoteForShell(text: string): string | undefined {
  return isArgument(text) ? `'${text.replaceAll("'", String.raw`'\''`)}'` : undefined;
}

/**
 * A string of PowerShell's that expands nothing. It takes the typographic single quotes for the plain one, so that each
 * of them is said twice (about_Quoting_Rules; `IsSingleQuote` in PowerShell's tokenizer).
 */
export function quoteForPowerShell(text: string): string | undefined {
  return isArgument(text) ? `'${text.replaceAll(/['‘’‚‛]/g, '$&$&')}'` : undefined;
}

/**
 * A value of a `.env` file that both dotenv and `. ./.env` of a shell read alike. dotenv knows no escapes, so that there
 * is none for a text with "'" and something else that means a thing to a shell.
 */
export function quoteForEnv(text: string): string | undefined {
  // dotenv makes every line end "\n".
  if (!isArgument(text) || text.includes('\r')) return undefined;
  // Without quotes where that is safe: `docker --env-file` would take them for a part of the value.
  if (/^[A-Za-z0-9._+/=@%-]+$/.test(text)) return text;
  if (!text.includes("'")) return `'${text}'`;
  return /["$`\\]/.test(text) ? undefined : `"${text}"`;
}

/** No program can be given a NUL, nor half of a surrogate pair. */
function isArgument(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
