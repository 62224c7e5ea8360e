// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ArmedPages } from '@/utils/injection/arming';
import { RELAY_QUESTION } from '@/utils/messages/page-protocol';
import { API_ORIGIN } from '../testing/examples';
import { installAnsweringBackground } from '../testing/fake-apis';
import { answerRelayQuestion, askFromPage, followArmedPages } from './relay';
import { armedPagesItem } from './storage';

const armed: ArmedPages = { pages: { [API_ORIGIN]: { mark: 'f00d', apis: [API_ORIGIN] } }, offTabs: [] };

/** Follows the armed pages; `seen` holds everything that was told. */
async function follow() {
  const seen: (ArmedPages | undefined)[] = [];
  followArmedPages(
    (told) => seen.push(told ?? undefined),
    () => expect.unreachable('slow'),
  );
  await vi.waitFor(() => expect(seen).toHaveLength(1));
  return seen;
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

describe('the relay', () => {
  it('tells which pages are armed, at once and after every change', async () => {
    await armedPagesItem.setValue(armed);
    const seen = await follow();
    await armedPagesItem.setValue({ ...armed, offTabs: [7] });
    await armedPagesItem.removeValue();
    expect(seen).toEqual([armed, { ...armed, offTabs: [7] }, undefined]);
  });

  it('says nothing of changes that arm no page', async () => {
    const seen = await follow();
    await fakeBrowser.storage.local.set({ paused: true });
    expect(seen).toEqual([undefined]);
  });

  it('looks again when a page comes back from the back/forward cache, where it heard no changes', async () => {
    const seen = await follow();
    fakeBrowser.storage.local.onChanged.removeAllListeners();
    await armedPagesItem.setValue(armed);
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await vi.waitFor(() => expect(seen.slice(1)).toEqual([armed]));
  });

  it('takes the extension being updated or removed for "no page is armed"', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('Extension context invalidated.'));
    expect(await follow()).toEqual([undefined]);
  });

  it('says after 500 ms that it takes long, so that no request waits, and tells the truth when it has it', async () => {
    vi.useFakeTimers();
    const { promise, resolve } = Promise.withResolvers<object>();
    vi.spyOn(fakeBrowser.storage.local, 'get').mockReturnValue(promise as never);
    const told: unknown[] = [];
    followArmedPages(
      (pages) => told.push(pages),
      () => told.push('slow'),
    );
    await vi.advanceTimersByTimeAsync(499);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    resolve({ armedPages: armed });
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['slow', armed]);
    vi.useRealTimers();
  });

  it('says that it is there when it is asked, and nothing to anything else', async () => {
    answerRelayQuestion();
    const answers: unknown[] = [];
    const ask = async (message: unknown): Promise<unknown> =>
      fakeBrowser.runtime.onMessage.trigger(message, {}, (answer) => answers.push(answer));
    await ask('something else');
    await ask({ type: RELAY_QUESTION });
    expect(answers).toEqual([]);
    await ask(RELAY_QUESTION);
    expect(answers).toEqual([true]);
  });
});

describe('asking the background', () => {
  const answerWith = (...answers: (() => Promise<unknown>)[]) =>
    installAnsweringBackground(
      () => answers.shift()?.() ?? Promise.reject(new Error('Extension context invalidated.')),
    );
  const stopped = () => Promise.reject(new Error('The message port closed before a response was received.'));

  it('sends what is asked, and hands on what the background says', async () => {
    const sent = answerWith(() => Promise.resolve({ res: true }));
    await expect(askFromPage('renewAfterRejection', 42)).resolves.toBe(true);
    expect(sent).toEqual([expect.objectContaining({ type: 'renewAfterRejection', data: 42 })]);
  });

  it('can be answered with no', async () => {
    const sent = answerWith(() => Promise.resolve({ res: false }));
    await expect(askFromPage('isTabOff')).resolves.toBe(false);
    expect(sent).toEqual([expect.objectContaining({ type: 'isTabOff' })]);
  });

  it('asks again when the background was stopped before it answered', async () => {
    answerWith(stopped, stopped, () => Promise.resolve({ res: true }));
    await expect(askFromPage('renewAfterRejection', 42)).resolves.toBe(true);
  });

  it.each<[string, (() => Promise<unknown>)[]]>([
    ['when it is refused', [() => Promise.resolve({ err: { message: 'Refused' } })]],
    ['when nobody is there any more', []],
  ])('has no answer %s', async (_case, answers) => {
    answerWith(...answers);
    await expect(askFromPage('renewAfterRejection', 42)).resolves.toBeUndefined();
  });
});
