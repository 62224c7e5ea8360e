import { expect, it } from 'vitest';
import type { ImportNote } from '@/utils/imports/import-note';
import { getNoteText } from './note-texts';

it.each<[ImportNote, string]>([
  [{ code: 'no-server' }, 'It does not say which server it is for: check the base URL.'],
  [{ code: 'variable', parameter: 'client_secret' }, 'client_secret is left to a variable that has no value here.'],
  [{ code: 'repeated', parameter: 'client_id' }, 'client_id occurs more than once; the first is taken.'],
  [{ code: 'too-long', parameter: 'username' }, 'username is too long and was left out.'],
  [{ code: 'no-client-id', proposed: 'knetik' }, 'It names no client_id; “knetik” is proposed.'],
  [{ code: 'not-sent', names: ['scope'], hiddenCount: 0 }, 'Not taken over, as no login sends it: scope.'],
  [
    { code: 'not-sent', names: ['scope', 'device'], hiddenCount: 3 },
    'Not taken over, as no login sends it: scope, device, 3 more.',
  ],
  [
    { code: 'left-out', reason: 'base-url-not-https', count: 2 },
    'Logins left out: 2. The address is not encrypted (https).',
  ],
  [{ code: 'first-only', count: 2000 }, 'Only so many logins are taken: 2,000.'],
])('the note %j is a sentence', (note, text) => {
  expect(getNoteText(note)).toBe(text);
});
