import { isCopiedText } from './clipboard-digest';

const LOOK_EVERY_MS = 100;
/** So often; a clipboard that another program holds at this moment reads as empty. */
const LOOKS = 10;

/**
 * Clears the clipboard if it holds what has this digest. For Chrome's offscreen documents, which have neither focus nor
 * storage: there only the commands of old read and write the clipboard.
 */
export async function clearCopiedInDocument(page: Document, digest: string): Promise<void> {
  for (let looks = 0; looks < LOOKS; looks += 1) {
    const text = readClipboard(page);
    if (await isCopiedText(text, digest)) emptyClipboard(page);
    else if (text !== '') return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

function emptyClipboard(page: Document): void {
  const empty = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', '');
  };
  page.addEventListener('copy', empty, { once: true });
  page.execCommand('copy');
}

function readClipboard(page: Document): string {
  const area = page.createElement('textarea');
  page.body.append(area);
  area.focus();
  page.execCommand('paste');
  const text = area.value;
  area.remove();
  return text;
}
