import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PASSWORD, PASSWORD_FORM } from '../testing/examples';
import { answerPopup } from './answer-popup';

answerPopup({} as Parameters<typeof answerPopup>[0]);

it.each<[string, unknown]>([
  ['wakeUp', PASSWORD],
  ['unlockVault', { passphrase: 'x', source: PASSWORD }],
  ['requestToken', { profileId: 'p', form: { ...PASSWORD_FORM, username: 7 } }],
])('the error that answers a malformed %s quotes nothing of it', async (type, data) => {
  const { id } = fakeBrowser.runtime;
  const popup = { id, url: `chrome-extension://${id}/popup.html` };
  const reply = await new Promise((resolve) => {
    void fakeBrowser.runtime.onMessage.trigger({ id: 1, type, data, timestamp: 0 }, popup, resolve);
  });
  expect(JSON.stringify(reply)).toContain(`Invalid data for ${type}`);
  expect(JSON.stringify(reply)).not.toContain(PASSWORD);
});
