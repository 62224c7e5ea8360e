import type { Page } from 'puppeteer-core';
import type { ArmedPages } from '../../utils/injection/arming';
import type { IssuedToken } from '../../utils/oauth2/token-response';
import type { TokenState } from '../../utils/oauth2/token-state';
import { noteSecretFields } from './used-secrets.ts';

/** In the extension's own pages, in both browsers. */
declare const browser: {
  storage: Record<string, { get(): Promise<Record<string, unknown>> }>;
  runtime: { sendMessage(message: object): Promise<unknown> };
};

/** A page of the extension's own: sees what is stored, and can ask the background. */
export class ExtensionPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async isPaused(): Promise<boolean> {
    const { paused } = (await this.readStorage('local')) as { paused?: { value: boolean } };
    return paused?.value ?? false;
  }

  /** What is known of the token of the profile that has one, or had one last. */
  async readTokenState(): Promise<TokenState | undefined> {
    const { tokenStates = {} } = await this.readStorage('session');
    const states = Object.values(tokenStates as Record<string, TokenState>);
    return states.find((state) => 'token' in state) ?? states[0];
  }

  /** The token that is held; undefined when nobody is logged in. */
  async readToken(): Promise<IssuedToken | undefined> {
    const state = await this.readTokenState();
    return state && 'token' in state ? state.token : undefined;
  }

  /** Chromium: the mark by which requests of this page's are recognized; undefined while it sends no token. */
  async readMark(page: string): Promise<string | undefined> {
    const { armedPages } = (await this.readStorage('local')) as { armedPages?: ArmedPages };
    return armedPages?.pages[page]?.mark;
  }

  /** Asks the background, as the extension's own pages do. */
  ask(type: string, data: unknown): Promise<unknown> {
    if (type === 'createVault') noteSecretFields({ passphrase: data });
    else if (typeof data === 'object' && data !== null) noteSecretFields({ ...data });
    return this.page.evaluate((message) => browser.runtime.sendMessage({ ...message, id: 1, timestamp: Date.now() }), {
      type,
      data,
    });
  }

  /** All that the extension keeps in one of its storage areas. */
  readStorage(area: 'local' | 'session' | 'sync' | 'managed'): Promise<Record<string, unknown>> {
    return this.page.evaluate(async (name) => (await browser.storage[name]?.get()) ?? {}, area);
  }
}
