import browser from 'webextension-polyfill';

/** What the manifest names, but for the one that opens the popup: that the browser does itself. */
export type CommandName = 'get-token' | 'toggle-pause' | 'lock-vault';

/** Of Chromium's and Firefox's own names, the one for a click on the toolbar button. */
export type ShortcutName = CommandName | '_execute_action';

/** Calls back when the user presses the keys of a command. To be called at start, as the keys may wake the background. */
export function onCommand(name: CommandName, callback: () => void): void {
  browser.commands.onCommand.addListener((pressed) => {
    if (pressed === name) callback();
  });
}

/** The keys of each command as the browser spells them; none of one whose keys were taken. */
export async function readShortcuts(): Promise<{ readonly [K in ShortcutName]?: string }> {
  const commands = await browser.commands.getAll();
  return Object.fromEntries(commands.flatMap(({ name, shortcut }) => (name && shortcut ? [[name, shortcut]] : [])));
}

export async function readShortcut(name: ShortcutName): Promise<string | undefined> {
  return (await readShortcuts())[name];
}

/**
 * Calls back when a shortcut may have changed; returns the way to stop that. Chromium does not tell, but to change one
 * the user has to leave the page.
 */
export function watchShortcuts(callback: () => void): () => void {
  addEventListener('focus', callback);
  return () => removeEventListener('focus', callback);
}

/** Opens the browser's own page where the user changes shortcuts. */
export async function openShortcutSettings(): Promise<void> {
  if (import.meta.env.FIREFOX) return browser.commands.openShortcutSettings();
  // Edge takes this address for its own.
  await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
