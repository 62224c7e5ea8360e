/** Written before a token request leaves, removed when its outcome is stored: shows what a killed background left. */
export interface RequestJournal {
  /** Who wanted it: the user now, or the keeper ahead of expiry. */
  purpose: 'login' | 'renewal';
  startedAtMs: number;
  grant_type: string;
  api_origin: string;
}
