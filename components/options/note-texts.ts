import type { ImportNote, LeftOutReason, PlainNote } from '@/utils/imports/import-note';
import { t, type TextKey } from '@/utils/platform/texts';
import { joinItems } from '../join-list';
import { formatCount } from '../format-number';

const PLAIN_TEXTS: Record<PlainNote, TextKey> = {
  'no-server': 'importing.noteNoServer',
  'server-variable': 'importing.noteServerVariable',
  'other-path': 'importing.noteOtherPath',
  'other-server': 'importing.noteOtherServer',
  'no-grant': 'importing.noteNoGrant',
  'uncommon-grant': 'importing.noteUncommonGrant',
  'not-a-token-request': 'importing.noteNotATokenRequest',
  file: 'importing.noteFile',
  json: 'importing.noteJson',
  'unmarked-production': 'importing.noteUnmarkedProduction',
};

const REASON_TEXTS: Record<LeftOutReason, TextKey> = {
  redirect: 'importing.leftOutRedirect',
  'base-url-missing': 'importing.leftOutNoAddress',
  'base-url-malformed': 'importing.leftOutBadAddress',
  'base-url-not-https': 'importing.leftOutNotHttps',
  damaged: 'importing.leftOutDamaged',
  'too-many': 'importing.leftOutTooMany',
};

/** What an import's note says, as a sentence for the user. */
export function getNoteText(note: ImportNote): string {
  switch (note.code) {
    case 'repeated':
      return t('importing.noteRepeated', { parameter: note.parameter });
    case 'variable':
      return t('importing.noteVariable', { parameter: note.parameter });
    case 'too-long':
      return t('importing.noteTooLong', { parameter: note.parameter });
    case 'no-client-id':
      return t('importing.noteNoClientId', { proposed: note.proposed });
    case 'not-sent':
      return t('importing.noteNotSent', { names: listNames(note.names, note.hiddenCount) });
    case 'left-out':
      return t('importing.noteLeftOut', { count: formatCount(note.count), reason: t(REASON_TEXTS[note.reason]) });
    case 'first-only':
      return t('importing.noteFirstOnly', { count: formatCount(note.count) });
    default:
      return t(PLAIN_TEXTS[note.code]);
  }
}

function listNames(names: readonly string[], hiddenCount: number): string {
  return joinItems(hiddenCount === 0 ? names : [...names, t('importing.more', { count: formatCount(hiddenCount) })]);
}
