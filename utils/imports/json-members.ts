/** True for what JSON calls an object. */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of that name, if the value has one of its own: never what an object inherits. */
export function getMember(value: unknown, name: string): unknown {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function getText(value: unknown, name: string): string | undefined {
  const member = getMember(value, name);
  return typeof member === 'string' ? member : undefined;
}

/** The elements of the array of that name; none if it is no array. */
export function listMembers(value: unknown, name: string): readonly unknown[] {
  const member = getMember(value, name);
  return Array.isArray(member) ? member : [];
}
