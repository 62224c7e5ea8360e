/** What could not be taken over, and what to look at. Holds no secret: nothing of the text but names of parameters. */
export type ImportNote =
  | { code: PlainNote }
  /** `parameter`: one of a token request (RFC 6749). */
  | { code: 'repeated' | 'variable' | 'too-long'; parameter: string }
  /** `proposed` is taken instead. */
  | { code: 'no-client-id'; proposed: string }
  /** No login sends these; of more of them only the number is told. */
  | { code: 'not-sent'; names: readonly string[]; hiddenCount: number }
  | { code: 'left-out'; reason: LeftOutReason; count: number }
  | { code: 'first-only'; count: number };

export type PlainNote =
  | 'no-server'
  | 'server-variable'
  | 'other-path'
  | 'other-server'
  | 'no-grant'
  | 'uncommon-grant'
  | 'not-a-token-request'
  | 'file'
  | 'json'
  | 'unmarked-production';

export type LeftOutReason =
  | 'redirect'
  | 'base-url-missing'
  | 'base-url-malformed'
  | 'base-url-not-https'
  | 'damaged'
  | 'too-many';
