/** Counts what happened, and keeps the last of it and all that should not have. */
export class Tally {
  readonly #counts = new Map<string, Map<string, number>>();
  readonly violations: string[] = [];
  /** The last that was done, oldest first. */
  readonly lastActions: string[] = [];

  count(group: string, kind: string, times = 1): void {
    const kinds = this.#counts.get(group) ?? new Map<string, number>();
    kinds.set(kind, (kinds.get(kind) ?? 0) + times);
    this.#counts.set(group, kinds);
  }

  get(group: string, kind: string): number {
    return this.#counts.get(group)?.get(kind) ?? 0;
  }

  /** The kinds of a group, most frequent first. */
  list(group: string): [string, number][] {
    return [...(this.#counts.get(group) ?? [])].toSorted(([, a], [, b]) => b - a);
  }

  sum(group: string): number {
    return this.list(group).reduce((sum, [, times]) => sum + times, 0);
  }

  note(action: string): void {
    this.lastActions.push(`${new Date().toISOString().slice(11, 23)} ${action}`);
    if (this.lastActions.length > KEPT_ACTIONS) this.lastActions.shift();
  }

  violate(what: string): void {
    this.note(`VIOLATION ${what}`);
    this.violations.push(what);
  }
}

const KEPT_ACTIONS = 30;
