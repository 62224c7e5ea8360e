import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { buildEvent } from '../testing/fake-apis';
import { onCommand, openShortcutSettings, readShortcut } from './commands';

const pressed = buildEvent<string>();
let shortcuts: Record<string, string>;
let openedSettings = 0;
beforeEach(() => {
  fakeBrowser.reset();
  shortcuts = { _execute_action: 'Alt+Shift+K', 'lock-vault': 'Alt+Shift+L' };
  openedSettings = 0;
  const commands = {
    onCommand: pressed,
    getAll: async () => Object.entries(shortcuts).map(([name, shortcut]) => ({ name, shortcut })),
    openShortcutSettings: async () => void (openedSettings += 1),
  };
  Object.assign(fakeBrowser, { commands });
});

it('the keys of a command are told, those of another are not', () => {
  const locked = vi.fn<() => void>();
  onCommand('lock-vault', locked);
  pressed.trigger('something-else');
  expect(locked).not.toHaveBeenCalled();
  pressed.trigger('lock-vault');
  expect(locked).toHaveBeenCalledOnce();
});

it('the keys are those that the user has set', async () => {
  shortcuts['lock-vault'] = 'Ctrl+Shift+9';
  expect(await readShortcut('lock-vault')).toBe('Ctrl+Shift+9');
});

it.each([
  ['taken by another extension', { 'lock-vault': '' }],
  ['unknown to the browser', {}],
])('there are none when they are %s', async (_case, left) => {
  shortcuts = left;
  expect(await readShortcut('lock-vault')).toBeUndefined();
});

it('Firefox opens its settings of shortcuts itself', async () => {
  vi.stubEnv('FIREFOX', 'true');
  await openShortcutSettings();
  expect(openedSettings).toBe(1);
});

it('elsewhere their page is opened by its address', async () => {
  vi.stubEnv('FIREFOX', '');
  await openShortcutSettings();
  expect(openedSettings).toBe(0);
  expect((await fakeBrowser.tabs.query({})).map(({ url }) => url)).toContain('chrome://extensions/shortcuts');
});
