// Gives unit tests the English texts, as a browser would: the fake browser has none.
import { join } from 'node:path';
import { generateChromeMessagesText, parseMessagesFile } from '@wxt-dev/i18n/build';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const parsed = await parseMessagesFile(join(import.meta.dirname, '../locales/en.yml'));
const messages = JSON.parse(generateChromeMessagesText(parsed)) as Record<string, { message: string }>;

Object.assign(fakeBrowser, { i18n: { getMessage: (name: string): string => messages[name]?.message ?? '' } });
