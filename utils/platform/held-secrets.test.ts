import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EMPTY_TOKEN_FORM } from '@/utils/oauth2/token-form';
import { CLIENT_SECRET, ISSUED_TOKEN, PASSWORD, PASSWORD_FORM } from '@/utils/testing/examples';
import { collectLoginSecrets, collectSecrets } from './held-secrets';
import { defineDraftForm, tokenStatesItem } from './storage';

beforeEach(() => fakeBrowser.reset());

describe('what the vault keeps', () => {
  it('is what was typed and the tokens that are held, without what went wrong in renewing them', async () => {
    await defineDraftForm('typed').setValue(PASSWORD_FORM);
    await defineDraftForm('both').setValue(PASSWORD_FORM);
    const renewal = { failure: { code: 'offline' as const }, attempts: 1, retryAtMs: 1 };
    await tokenStatesItem.setValue({ both: { kind: 'issued', token: { ...ISSUED_TOKEN, renewal } } });
    expect(await collectSecrets()).toEqual({
      typed: { form: PASSWORD_FORM },
      both: { form: PASSWORD_FORM, token: ISSUED_TOKEN },
    });
  });

  it('is nothing of a profile without a secret', async () => {
    await defineDraftForm('empty').setValue(EMPTY_TOKEN_FORM);
    await tokenStatesItem.setValue({ out: { kind: 'absent' } });
    expect(await collectSecrets()).toEqual({});
  });
});

describe('what goes along with an export', () => {
  it('is what was typed last, else what the login was made with', async () => {
    await defineDraftForm('typed').setValue({ ...PASSWORD_FORM, password: 'newer' });
    await tokenStatesItem.setValue({
      typed: { kind: 'issued', token: { ...ISSUED_TOKEN, login: PASSWORD_FORM } },
      used: { kind: 'issued', token: { ...ISSUED_TOKEN, login: PASSWORD_FORM } },
    });
    const secrets = { client_secret: CLIENT_SECRET, password: PASSWORD, token: '', refresh_token: '' };
    expect(Object.fromEntries(await collectLoginSecrets())).toEqual({
      typed: { ...secrets, password: 'newer' },
      used: secrets,
    });
  });

  it('is nothing of a profile of which only the issued token is known', async () => {
    await tokenStatesItem.setValue({ out: { kind: 'issued', token: ISSUED_TOKEN } });
    expect((await collectLoginSecrets()).size).toBe(0);
  });
});
