import type { FormPair } from './form-pairs';
import { getMember, getText, isJsonObject, listMembers } from './json-members';
import { MAX_VALUE_LENGTH } from './placeholders';

/** The variables of a collection (`variable`) or an environment (`values`) that are switched on. */
export function readVariables(owner: unknown, name: 'variable' | 'values'): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  for (const entry of listMembers(owner, name)) {
    const key = getText(entry, 'key') ?? getText(entry, 'id');
    const value = getText(entry, 'value') ?? '';
    const isOn = getMember(entry, 'enabled') !== false && getMember(entry, 'disabled') !== true;
    if (key !== undefined && isOn && value.length <= MAX_VALUE_LENGTH) variables.set(key.trim(), value);
  }
  return variables;
}

/** Settings as pairs: an array of `{key, value}` since v2.1 of the format, an object before. */
export function readSettings(owner: unknown, name: string): FormPair[] {
  const member = getMember(owner, name);
  const entries = Array.isArray(member)
    ? member
        .filter((entry) => getMember(entry, 'disabled') !== true)
        .map((entry) => [getText(entry, 'key'), getMember(entry, 'value')])
    : Object.entries(isJsonObject(member) ? member : {});
  return entries.flatMap(([key, value]) =>
    typeof key === 'string' && typeof value === 'string' ? [[key, value]] : [],
  );
}
