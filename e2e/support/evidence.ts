import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox } from '../../sandbox/start-sandbox.ts';
import { readMozLog } from '../../scripts/evidence/read-moz-log.ts';
import { readNetLog } from '../../scripts/evidence/read-net-log.ts';
import { type Find, scanFolder } from '../../scripts/evidence/scan-folder.ts';
import type { Secret } from '../../scripts/evidence/find-secrets.ts';
import { addEvidence } from '../../scripts/evidence/totals.ts';
import { findElsewhere, type Traffic } from '../../scripts/evidence/traffic.ts';
import type { BrowserName } from './harness.ts';
import { EXPECTED_HOSTS } from './hosts.ts';
import { HOUSEKEEPING } from './housekeeping.ts';
import { listUsedSecrets, noteSecret, noteSecretFields } from './used-secrets.ts';

/** What came to light. Says nothing that is secret. */
export interface Evidence {
  requests: number;
  /** Where the browser or the extension went although nobody had set it up. */
  elsewhere: string[];
  bytes: number;
  secrets: number;
  /** Where the disk has something secret, and what. */
  onDisk: string[];
}

/** Looks over one browser's shoulder from its start to its end, and on its disk when it has ended. */
export class EvidenceTaker {
  readonly #browserName: BrowserName;
  readonly #folder: string;
  readonly #allowed: { what: string; file: RegExp }[] = [];
  readonly #seen: Traffic[] = [];
  #logs = 0;

  private constructor(browserName: BrowserName, folder: string) {
    this.#browserName = browserName;
    this.#folder = folder;
  }

  static async start(browserName: BrowserName): Promise<EvidenceTaker> {
    return new EvidenceTaker(browserName, await mkdtemp(join(tmpdir(), 'kc-evidence-')));
  }

  /** A file for the browser's own log, which it is to be started with. */
  newLog(): string {
    this.#logs += 1;
    return this.#logPath;
  }

  get #logPath(): string {
    // Firefox would add this ending to another one.
    return join(this.#folder, `${this.#logs}.moz_log`);
  }

  /** To be called when a browser has ended, before another is started. */
  async readLog(): Promise<void> {
    const text = await readFile(this.#logPath, 'utf8');
    for (const seen of this.#browserName === 'firefox' ? readMozLog(text) : readNetLog(text)) this.#seen.push(seen);
  }

  /** Something that a file of the browser's may hold: what a user or a page puts on disk, not the extension. */
  allowOnDisk(what: string, file: RegExp): void {
    this.#allowed.push({ what, file });
  }

  async take(profilePath: string, sandboxes: readonly Sandbox[]): Promise<Evidence> {
    const secrets = collectSecrets(sandboxes);
    const { bytes, found } = await scanFolder(profilePath, secrets);
    const isAllowed = ({ what, file }: Find): boolean =>
      this.#allowed.some((each) => each.what === what && each.file.test(file));
    return {
      requests: this.#seen.filter(({ kind }) => kind === 'request').length,
      elsewhere: findElsewhere(this.#seen, EXPECTED_HOSTS, HOUSEKEEPING[this.#browserName]),
      bytes,
      secrets: secrets.length,
      onDisk: found.filter((each) => !isAllowed(each)).map(({ what, file }) => `${what} in ${file}`),
    };
  }

  cleanUp(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }
}

/** Counts it for the end of the run, and throws when there is anything. */
export function judge({ requests, elsewhere, bytes, secrets, onDisk }: Evidence): void {
  addEvidence({ requests, elsewhere: elsewhere.length, bytes, secrets, found: onDisk.length });
  const problems = [
    ...(elsewhere.length === 0 ? [] : [`The browser went where nobody had sent it: ${elsewhere.join(', ')}.`]),
    ...(onDisk.length === 0 ? [] : [`Something secret is on disk: ${onDisk.join(', ')}.`]),
  ];
  if (problems.length > 0) throw new Error(problems.join(' '));
}

/** What was typed, and what was sent in any way or issued by the servers. */
function collectSecrets(sandboxes: readonly Sandbox[]): Secret[] {
  for (const { log, issuedTokens } of sandboxes) {
    for (const token of issuedTokens) noteSecret('a token', token);
    for (const { path, body } of log) {
      if (path.startsWith('/oauth/')) noteSecretFields(Object.fromEntries(new URLSearchParams(body)));
    }
  }
  return listUsedSecrets();
}
