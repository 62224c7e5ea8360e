import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { PopupProtocol } from '@/utils/messages/popup-protocol';
import { NO_PAGE } from '@/utils/injection/injection';
import { TokenFormSchema } from '@/utils/oauth2/token-form';
import { ConfidentialOrigin, ProfileIdSchema, ProfileSchema } from '@/utils/profiles/profile';
import { onAsked } from './popup-messages';

const nothing = v.optional(v.null());
const Origin = ConfidentialOrigin;
const Passphrase = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));
const Secrets = v.object({
  client_secret: v.string(),
  password: v.string(),
  token: v.string(),
  refresh_token: v.string(),
});
const NewProfile = v.omit(ProfileSchema, ['id', 'removedAtMs', 'otherReaches']);
const schemas = {
  wakeUp: nothing,
  requestToken: v.object({ profileId: ProfileIdSchema, form: TokenFormSchema }),
  cancelTokenRequest: ProfileIdSchema,
  renewToken: ProfileIdSchema,
  logOut: ProfileIdSchema,
  whoAmI: ProfileIdSchema,
  changeSwitches: v.variant('kind', [
    v.object({ kind: v.literal('all'), on: v.boolean() }),
    v.object({ kind: v.literal('site'), origin: Origin, on: v.boolean() }),
    v.object({ kind: v.literal('tab'), tabId: v.pipe(v.number(), v.integer()), on: v.boolean() }),
  ]),
  changeReach: v.object({
    profileId: ProfileIdSchema,
    change: v.variant('kind', [
      v.object({ kind: v.picklist(['add', 'remove']), what: v.picklist(['pages', 'apis']), origin: Origin }),
      v.object({ kind: v.literal('opt'), what: v.picklist(['links', 'everything']), on: v.boolean() }),
    ]),
  }),
  chooseProfile: v.object({
    profileId: ProfileIdSchema,
    routes: v.array(v.object({ page: v.union([v.literal(NO_PAGE), Origin]), api: Origin })),
  }),
  allowWriting: v.object({
    profileId: ProfileIdSchema,
    minutes: v.pipe(v.number(), v.minValue(0), v.maxValue(24 * 60)),
  }),
  changeProfiles: v.variant('kind', [
    v.object({ kind: v.literal('add'), profile: NewProfile, after: v.optional(ProfileIdSchema) }),
    v.object({ kind: v.literal('save'), id: ProfileIdSchema, profile: NewProfile }),
    v.object({ kind: v.picklist(['remove', 'restore']), ids: v.array(ProfileIdSchema) }),
    v.object({ kind: v.literal('move'), id: ProfileIdSchema, toIndex: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  ]),
  importProfiles: v.array(v.object({ profile: NewProfile, secrets: Secrets })),
  createVault: Passphrase,
  unlockVault: v.object({ passphrase: Passphrase, source: v.picklist(['vault', 'copy']) }),
  lockVault: nothing,
  changePassphrase: v.object({ passphrase: Passphrase, next: Passphrase }),
  forgetVault: nothing,
  goOnWithPermission: nothing,
  clearActivity: nothing,
  clearTabActivity: v.pipe(v.number(), v.integer()),
};

/** True for the extension's own pages. Judges by what the browser says of the sender, never by the message. */
export function isOwnPage(sender: { id?: string | undefined; url?: string | undefined }): boolean {
  // Not by origin: by the URL Standard that is "null" for the extension's scheme, as for about:blank and data:.
  return sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('/')) === true;
}

/** Registers the answers of the background; an ask from anywhere but the extension's own pages is refused. */
export function answerPopup(answers: {
  [K in keyof PopupProtocol]: (data: Parameters<PopupProtocol[K]>[0]) => Promise<ReturnType<PopupProtocol[K]>>;
}): void {
  for (const type of Object.keys(schemas) as (keyof PopupProtocol)[]) {
    onAsked(type, ({ data, sender }) => {
      if (!isOwnPage(sender)) throw new Error(`Refused: ${type} was not asked by a page of the extension`);
      const answer = answers[type] as (data: unknown) => Promise<never>;
      const reading = v.safeParse<v.GenericSchema>(schemas[type], data);
      // Not the schema's own error: it quotes what it was given, and ends in a console.
      if (!reading.success) throw new TypeError(`Invalid data for ${type}`);
      return answer(reading.output);
    });
  }
}
