import { createI18n } from '@wxt-dev/i18n';
import type { GeneratedI18nStructure as Structure } from '#i18n';

/** A key whose text needs nothing put in. For tables from codes to texts: `t(TEXTS[code])`. */
export type TextKey = {
  [Key in keyof Structure]: Structure[Key] extends { namedSubstitutions: readonly string[] } ? never : Key;
}[keyof Structure];

type TextKeyWithValues = Exclude<keyof Structure, TextKey>;
type ValueName<Key extends TextKeyWithValues> = Structure[Key] extends {
  namedSubstitutions: readonly (infer Name extends string)[];
}
  ? Name
  : never;

/** In place of the library's own type, which compares each key with each: with hundreds that takes the compiler minutes. */
interface GetText {
  (key: TextKey): string;
  <Key extends TextKeyWithValues>(key: Key, values: Record<ValueName<Key>, string | number>): string;
}

/** The text of a key of `utils/locales/en.yml`, in the browser's language or else in English. */
export const t: GetText = createI18n().t;

/**
 * The language for `Intl`, as a BCP 47 tag: the browser's, with its region, if the texts are in it; else that of the
 * texts, so that no sentence mixes two.
 */
export function getLanguage(): string {
  const browserLanguage = navigator.language;
  const language = t('language');
  return browserLanguage.split('-')[0] === language.split('-')[0] ? browserLanguage : language;
}

/** Has a page of the extension say in which language and direction its texts are. To be called before they are shown. */
export function announceLanguage(page: Document): void {
  page.documentElement.lang = t('language');
  page.documentElement.dir = t('direction');
}
