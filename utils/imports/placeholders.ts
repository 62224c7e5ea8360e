/** Longer values are not taken over: no id, password or token is that long. */
export const MAX_VALUE_LENGTH = 5000;

// Bounded, so that a text full of braces is read in one pass.
const PLACEHOLDER = /\{\{([^{}]{1,100})\}\}/g;

/** True for a text with a `{{variable}}` that has no value. */
export function hasPlaceholder(text: string): boolean {
  return text.search(PLACEHOLDER) !== -1;
}

export const buildPlaceholder = (name: string): string => `{{${name}}}`;

/** Puts the values of variables in, also of variables in values. What is unknown or would grow too long stays. */
export function fillPlaceholders(text: string, variables: ReadonlyMap<string, string>): string {
  // A few variables that name each other several times would otherwise fill the memory.
  let room = MAX_VALUE_LENGTH;
  let filled = text;
  for (let depth = 0; depth < 5; depth += 1) {
    const next = filled.replaceAll(PLACEHOLDER, (placeholder: string, name: string) => {
      const value = variables.get(name.trim());
      if (value === undefined || value.length > room) return placeholder;
      room -= value.length;
      return value;
    });
    if (next === filled) break;
    filled = next;
  }
  return filled;
}
