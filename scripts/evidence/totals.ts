import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';

const Count = v.object({
  requests: v.number(),
  elsewhere: v.number(),
  bytes: v.number(),
  secrets: v.number(),
  found: v.number(),
});

/** What the recorder and the disk scan came to for one browser of a test file. */
export type EvidenceCount = v.InferOutput<typeof Count>;

const FILE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'evidence.jsonl');

export function forgetEvidence(): void {
  rmSync(FILE, { force: true });
}

export function addEvidence(count: EvidenceCount): void {
  mkdirSync(dirname(FILE), { recursive: true });
  appendFileSync(FILE, `${JSON.stringify(count)}\n`);
}

export function readEvidence(): EvidenceCount[] {
  let lines: string[];
  try {
    lines = readFileSync(FILE, 'utf8').trim().split('\n');
  } catch {
    return [];
  }
  return lines.map((line) => v.parse(Count, JSON.parse(line)));
}

/** One line for the end of a run. */
export function formatEvidence(counts: readonly EvidenceCount[]): string {
  const sum = (key: keyof EvidenceCount): number => counts.reduce((total, count) => total + count[key], 0);
  const say = (figure: number): string => figure.toLocaleString('en');
  const gigabytes = (sum('bytes') / 1e9).toFixed(1);
  return (
    `Recorder: ${counts.length} browsers, ${say(sum('requests'))} requests, ${say(sum('elsewhere'))} elsewhere; ` +
    `disk: ${counts.length} profiles, ${gigabytes} GB, ${say(sum('secrets'))} secrets, ${say(sum('found'))} found`
  );
}
