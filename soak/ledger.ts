import { buildOwner } from './cast.ts';

/** What the token endpoint has given to whom, and what it was asked that it should not have been. */
export class Ledger {
  /** By access token. */
  readonly #owners = new Map<string, string>();
  readonly #refreshOwners = new Map<string, string>();
  /** Those whose last refresh was refused for good: now the original grant is right. */
  readonly #refused = new Set<string>();
  readonly #secrets = new Set<string>();
  /** Answers with a token to a refresh. */
  renewals = 0;

  getOwner(access_token: string): string | undefined {
    return this.#owners.get(access_token);
  }

  /** All tokens there ever were. */
  get secrets(): ReadonlySet<string> {
    return this.#secrets;
  }

  get issued(): number {
    return this.#owners.size;
  }

  /** Whom a token request is about; undefined for a refresh token that was never given. */
  getAsker(form: URLSearchParams): string | undefined {
    if (form.get('grant_type') === 'refresh_token') return this.#refreshOwners.get(form.get('refresh_token') ?? '');
    return buildOwner(form.get('client_id') ?? '', form.get('username') ?? '');
  }

  /** False for a password that is sent though the refresh token was never refused: it was lost then (RFC 6749 §6). */
  mayAsk(form: URLSearchParams): boolean {
    const asker = this.getAsker(form);
    return form.get('grant_type') !== 'password' || (asker !== undefined && this.#refused.has(asker));
  }

  /** To be called with each answer as it leaves, or would have left. */
  record(form: URLSearchParams, answer: { access_token?: string; refresh_token?: string; error?: string }): void {
    const asker = this.getAsker(form);
    if (asker === undefined) return;
    const isRefresh = form.get('grant_type') === 'refresh_token';
    if (isRefresh) this.#refused.delete(asker);
    if (isRefresh && answer.error === 'invalid_grant') this.#refused.add(asker);
    if (isRefresh && answer.access_token !== undefined) this.renewals += 1;
    if (answer.access_token !== undefined) {
      this.#owners.set(answer.access_token, asker);
      this.#secrets.add(answer.access_token);
    }
    if (answer.refresh_token !== undefined) {
      this.#refreshOwners.set(answer.refresh_token, asker);
      this.#secrets.add(answer.refresh_token);
    }
  }

  /** To be called when the user logs in: there is a new refresh token, of which nothing bad is known. */
  forgive(owner: string): void {
    this.#refused.delete(owner);
  }
}
