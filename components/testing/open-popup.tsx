import { act, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { TokenState } from '@/utils/oauth2/token-state';
import { writeProfiles } from '@/utils/platform/profile-storage';
import { currentProfileItem, tokenStatesItem } from '@/utils/platform/storage';
import type { Profile } from '@/utils/profiles/profile';
import { ISSUED_TOKEN } from '@/utils/testing/examples';
import { PAGE_URL } from '@/utils/testing/fake-realm';
import { PROFILE } from '@/utils/testing/profile-examples';
import { PopupApp } from '../PopupApp';

/** Gives `fakeBrowser` a background that notes what it is asked, and answers what `answer` says. */
export function installBackground() {
  const background = {
    asked: [] as unknown[][],
    answer: (_type: string): Promise<unknown> => Promise.resolve(),
  };
  fakeBrowser.runtime.onMessage.addListener((message: { type: string; data?: unknown }, _sender, sendResponse) => {
    // Every popup that opens asks for this.
    if (message.type !== 'wakeUp')
      background.asked.push([message.type, ...(message.data === undefined ? [] : [message.data])]);
    void background.answer(message.type).then((res) => sendResponse({ res }));
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

/** Stores these as the user's only profiles; the first is the one that is shown. */
export async function storeProfiles(first: Profile, ...others: Profile[]): Promise<void> {
  await writeProfiles([first, ...others], []);
  await currentProfileItem.setValue(first.id);
}

/** Logs these profiles in, and all others out. */
export function storeLogins(...profiles: readonly Profile[]): Promise<void> {
  const issued: TokenState = { kind: 'issued', token: ISSUED_TOKEN };
  return act(() => tokenStatesItem.setValue(Object.fromEntries(profiles.map(({ id }) => [id, issued]))));
}

/** Stores what is known of `PROFILE`'s token, and nothing of any other's. */
export function storeState(state: TokenState): Promise<void> {
  return act(() => tokenStatesItem.setValue({ [PROFILE.id]: state }));
}

/** Opens the popup and waits until it has read what is stored. */
export async function openPopup() {
  const user = userEvent.setup();
  const popup = render(<PopupApp />);
  await screen.findByRole('heading', { name: 'KnetikCloud' });
  await vi.waitFor(() => screen.getAllByRole('button', { name: /^(Get token|Get a new token|Cancel|Unlock)$/ }));
  return { user, ...popup };
}

export const getButton = (name: string): HTMLElement => screen.getByRole('button', { name });
export const findButton = (name: string): Promise<HTMLElement> => screen.findByRole('button', { name });
