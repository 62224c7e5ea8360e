/** A request of the extension's own as it left: with the value of the header that was to be added, or without any. */
export interface Departure {
  header: string | undefined;
}

/** Which of two requests: the one that the header is for, or one that differs from it only in not being meant. */
export type ProbeTarget = 'chosen' | 'other';

/** What this browser has for adding a header, set to work on a harmless one for requests of this page alone. */
export interface Adder {
  /** The value that the chosen request is to carry. */
  value: string;
  /** Sends one; undefined when the browser did not tell of its leaving. */
  send: (target: ProbeTarget) => Promise<Departure | undefined>;
  remove: () => Promise<void>;
}

export interface ServerAnswer {
  status: number;
  /** The header `Date` (RFC 9110 §6.6.1). */
  date?: string;
  receivedAtMs: number;
}

/** What the self-test needs of the browser. Nothing here gets to see a secret. */
export interface SelfTestPorts {
  /** By what this browser adds headers. */
  adding: 'rules' | 'listener';
  hasHostAccess: () => Promise<boolean>;
  /** Rejects when the browser takes no such rule or listener. */
  installAdder: () => Promise<Adder>;
  /** Where page scripts run at the user's wish: true when they are there for each page; absent where none are needed. */
  hasPageScripts?: () => Promise<boolean>;
  /** Asks for something that everybody may read; undefined without an answer. */
  askServer: () => Promise<ServerAnswer | undefined>;
  /** True when what is put into the session's memory is found there again. */
  trySessionStorage: () => Promise<boolean>;
  /** Rejects when it cannot be read. That there is no policy is an answer. */
  readPolicy: () => Promise<unknown>;
  /** True when an alarm that is set is found among those that are. */
  tryAlarm: () => Promise<boolean>;
  randomBytes: (length: number) => Uint8Array<ArrayBuffer>;
  sleep: (ms: number) => Promise<void>;
}
