import type { Page } from 'puppeteer-core';
import type { TokenForm } from '../../utils/oauth2/token-form.ts';
import type { NewProfile } from '../../utils/profiles/profile-list.ts';
import type { Harness } from '../support/harness.ts';
import { API } from '../support/hosts.ts';
import { openOwnPage } from '../support/open-own-page.ts';
import type { Popup } from '../support/popup.ts';
import { readProfiles } from '../support/profiles.ts';

/** A state of one of the extension's pages, worth looking at. */
export interface Screen {
  /** The name of its picture. */
  name: string;
  /** What there is to be seen. */
  title: string;
  page: Page;
  /** CSS pixels that such a page is wide. */
  width: number;
  /** False for a page that is not the extension's: it looks as it does. */
  isOwn: boolean;
}

/** Leads through some screens. Works in every language: it finds what it needs by its place, not by its words. */
export interface Scene {
  title: string;
  play: (stage: Stage) => Promise<void>;
}

const EMPTY_TOKEN_FORM: TokenForm = {
  base_url: API,
  grant: 'client_credentials',
  other_grant_type: '',
  client_id: 'knetik',
  client_secret: '',
  username: '',
  password: '',
  token: '',
  refresh_token: '',
};

const POPUP_WIDTH = 400;
const TAB_WIDTH = 1000;

/** What scenes are played with. */
export class Stage {
  readonly harness: Harness;
  readonly popup: Popup;
  readonly #onScreen: (screen: Screen) => Promise<void>;

  constructor(harness: Harness, popup: Popup, onScreen: (screen: Screen) => Promise<void>) {
    this.harness = harness;
    this.popup = popup;
    this.#onScreen = onScreen;
  }

  show(name: string, title: string): Promise<void> {
    return this.#onScreen({ name, title, page: this.popup.page, width: POPUP_WIDTH, isOwn: true });
  }

  showTab(name: string, title: string, page: Page, width = TAB_WIDTH): Promise<void> {
    return this.#onScreen({ name, title, page, width, isOwn: true });
  }

  showForeign(name: string, title: string, page: Page): Promise<void> {
    return this.#onScreen({ name, title, page, width: 1280, isOwn: false });
  }

  /** Adds a profile and has the popup show it; resolves with its id. */
  async addProfile(name: string, part: Partial<NewProfile> & { login?: Partial<TokenForm> } = {}): Promise<string> {
    const { login = {}, ...rest } = part;
    const profile: NewProfile = {
      name,
      colour: 'blue',
      isProduction: false,
      form: { ...EMPTY_TOKEN_FORM, ...login },
      reach: { pages: [], apis: [], links: false, everything: false },
      ...rest,
    };
    await this.popup.ask('changeProfiles', { kind: 'add', profile });
    await this.switchTo(name);
    const found = (await readProfiles(this.popup)).find((each) => each.name === name);
    if (!found) throw new Error(`The profile ${name} was not added.`);
    return found.id;
  }

  async switchTo(name: string): Promise<void> {
    const { page } = this.popup;
    await this.openProfileList();
    await page.locator(`[role="option"] ::-p-text(${name})`).click();
    await page.waitForSelector('.profile-panel', { hidden: true });
  }

  async openProfileList(): Promise<void> {
    const { page } = this.popup;
    await page.bringToFront();
    await page.keyboard.down('Control');
    await page.keyboard.press('k');
    await page.keyboard.up('Control');
    await page.waitForSelector('.profile-panel [role="option"]');
  }

  /** Logs in with this profile as a user would; resolves when the background is done, whatever the outcome. */
  async logIn(profileId: string, login: Partial<TokenForm>): Promise<void> {
    await this.popup.ask('requestToken', { profileId, form: { ...EMPTY_TOKEN_FORM, ...login } });
  }

  /** Opens a view of the popup by its place. */
  async openView(place: 1 | 2 | 3): Promise<void> {
    const { page } = this.popup;
    await page.bringToFront();
    await page.locator(`nav button:nth-of-type(${place})`).click();
    await page.waitForSelector(`nav button:nth-of-type(${place})[aria-current="page"]`);
  }

  /** Presses something of the popup. Not with the pointer: in a narrow window what stays at its end may be above it. */
  async press(selector: string): Promise<void> {
    const element = await this.popup.page.waitForSelector(selector);
    await element?.evaluate((each) => (each as HTMLElement).click());
  }

  /** Opens a disclosure of the popup, and brings what it holds into sight. */
  async open(selector: string): Promise<void> {
    await this.press(`${selector} > summary`);
    await this.popup.page.waitForSelector(`${selector}[open] > :not(summary)`);
    await this.scrollTo(selector);
  }

  async scrollTo(selector: string): Promise<void> {
    await this.popup.page.$eval(selector, (element) => element.scrollIntoView({ block: 'start' }));
  }

  /** Opens a page of the extension's own; resolves when it shows what is named. */
  openOwn(path: string, selector: string): Promise<Page> {
    return openOwnPage(this.harness, path, selector);
  }

  /** Removes what a scene has added. */
  async leave(...profileIds: string[]): Promise<void> {
    await this.openView(1);
    for (const id of profileIds) await this.popup.ask('logOut', id);
    await this.popup.ask('changeProfiles', { kind: 'remove', ids: profileIds });
  }
}
