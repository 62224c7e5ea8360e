import { render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PAGE_URL } from '@/utils/testing/fake-realm';
import { PopupApp } from '../PopupApp';

/** Gives `fakeBrowser` a background that notes what it is asked, and answers when `answer` says so. */
export function installBackground() {
  const background = {
    asked: [] as unknown[][],
    answer: (): Promise<void> => Promise.resolve(),
  };
  fakeBrowser.runtime.onMessage.addListener((message: { type: string; data?: unknown }, _sender, sendResponse) => {
    // Every popup that opens asks for this.
    if (message.type !== 'wakeUp')
      background.asked.push([message.type, ...(message.data === undefined ? [] : [message.data])]);
    void background.answer().then(() => sendResponse({}));
    return true;
  });
  return background;
}

/** Gives `fakeBrowser` a tab in front of the user; `hasRelay` is false for a page older than the extension. */
export async function installTab({ url = PAGE_URL, hasRelay = true } = {}): Promise<number | undefined> {
  vi.stubEnv('FIREFOX', '');
  Object.assign(fakeBrowser.tabs, { sendMessage: () => Promise.resolve(hasRelay) });
  const window = await fakeBrowser.windows.create({ focused: true });
  const { id } = await fakeBrowser.tabs.create({ url, active: true, windowId: window?.id });
  return id;
}

/** Opens the popup and waits until it has read what is stored. */
export async function openPopup() {
  const user = userEvent.setup();
  const popup = render(<PopupApp />);
  await screen.findByRole('heading', { name: 'KnetikCloud' });
  await vi.waitFor(() => screen.getByRole('button', { name: /^(Get token|Get a new token|Cancel)$/ }));
  return { user, ...popup };
}

export const getButton = (name: string): HTMLElement => screen.getByRole('button', { name });
export const findButton = (name: string): Promise<HTMLElement> => screen.findByRole('button', { name });
