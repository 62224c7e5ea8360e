import { afterEach, expect, it, vi } from 'vitest';
import { getLanguage, t } from './texts';

const browserSpeaks = (language: string): void => void vi.stubGlobal('navigator', { language });

afterEach(() => vi.unstubAllGlobals());

it('gives the text of a key', () => {
  expect(t('extension.shortName')).toBe('KnetikCloud');
});

it('has dates look as they do in the user’s region, if the texts are in their language', () => {
  browserSpeaks('en-GB');
  expect(getLanguage()).toBe('en-GB');
});

it('has dates in the language of the texts, if those are not in the user’s', () => {
  browserSpeaks('it-IT');
  expect(getLanguage()).toBe('en');
});
