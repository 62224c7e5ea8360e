import browser from 'webextension-polyfill';

/** What the manifest names, but for the one that opens the popup: that the browser does itself. */
export type CommandName = 'lock-vault';

/** Calls back when the user presses the keys of a command. To be called at start, as the keys may wake the background. */
export function onCommand(name: CommandName, callback: () => void): void {
  browser.commands.onCommand.addListener((pressed) => {
    if (pressed === name) callback();
  });
}

/** The keys of a command as the browser spells them; undefined where it has none, as the keys were taken. */
export async function readShortcut(name: CommandName): Promise<string | undefined> {
  const commands = await browser.commands.getAll();
  const shortcut = commands.find((command) => command.name === name)?.shortcut;
  return shortcut === '' ? undefined : shortcut;
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
