// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settingsItem } from '@/utils/platform/storage';
import type { Profile } from '@/utils/profiles/profile';
import { DEFAULT_SETTINGS } from '@/utils/profiles/settings';
import { buildSituation, PROFILE } from '@/utils/testing/profile-examples';
import { ProductionNotice } from './ProductionNotice';
import { findButton, installBackground } from './testing/open-popup';

const production: Profile = { ...PROFILE, isProduction: true };
const profileId = PROFILE.id;

let background: ReturnType<typeof installBackground>;
beforeEach(() => {
  fakeBrowser.reset();
  background = installBackground();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function renderNotice(writingUntil: Record<string, number> = {}, profile = production) {
  const situation = buildSituation({ writingUntil });
  render(<ProductionNotice profile={profile} situation={situation} watch={async (asking) => void (await asking)} />);
  return userEvent.setup();
}

describe('the notice of production', () => {
  it('is not there for any other profile', async () => {
    const read = vi.spyOn(settingsItem, 'getValue');
    renderNotice({}, PROFILE);
    await act(async () => void (await Promise.all(read.mock.results.map(({ value }) => value))));
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('says that only reading requests carry the token, and allows writing for as long as the user has set', async () => {
    await settingsItem.setValue({ ...DEFAULT_SETTINGS, writingMinutes: 3 });
    const user = renderNotice();
    await user.click(await findButton('Allow writing for 3 minutes'));
    expect(screen.getByRole('status').textContent).toBe('Production. Only GET and HEAD carry the token.');
    expect(background.asked).toEqual([['allowWriting', { profileId, minutes: 3 }]]);
  });

  it('ends writing at once when the user wants that', async () => {
    const user = renderNotice({ [profileId]: Date.now() + 60_000 });
    await user.click(await screen.findByRole('button', { name: /^End writing \((1m|59s) left\)$/ }));
    expect(background.asked).toEqual([['allowWriting', { profileId, minutes: 0 }]]);
  });

  it('counts down, and says when writing is over; another profile’s time does not count', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    renderNotice({ [profileId]: Date.now() + 2000, other: Date.now() + 60_000 });
    expect((await screen.findByRole('status')).textContent).toBe('Production. Writing is allowed for a while.');
    await act(() => void vi.advanceTimersByTime(2000));
    expect(screen.getByRole('status').textContent).toBe('Production. Only GET and HEAD carry the token.');
    expect(await findButton('Allow writing for 10 minutes')).toBeTruthy();
  });
});
