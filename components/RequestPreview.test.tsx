// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_TOKEN_FORM, type TokenForm } from '@/utils/oauth2/token-form';
import { API_ORIGIN, CLIENT_SECRET, PASSWORD, PASSWORD_FORM } from '@/utils/testing/examples';
import { installPermissions } from '@/utils/testing/fake-apis';
import { RequestPreview } from './RequestPreview';

beforeEach(() => {
  installPermissions();
});
afterEach(cleanup);

async function openPreview(form: TokenForm = PASSWORD_FORM) {
  const user = userEvent.setup();
  render(<RequestPreview form={form} />);
  await user.click(screen.getByText('Preview request'));
  await screen.findByText(/^(POST|The request cannot)/);
  const press = (name: string) => user.click(screen.getByRole('button', { name }));
  const copy = async (name: string) => {
    await press(name);
    return navigator.clipboard.readText();
  };
  return { press, copy };
}
const getShown = () => screen.getByRole('region', { name: 'The request, secrets masked' }).textContent ?? '';
const BODY = 'grant_type=password&client_id=s6BhdRkqt3&username=johndoe';

describe('the preview', () => {
  it('shows nothing before it is opened', () => {
    render(<RequestPreview form={PASSWORD_FORM} />);
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('shows the request that the form would send, without its secrets', async () => {
    await openPreview();
    expect(getShown().split('\n')[0]).toBe(`POST ${API_ORIGIN}/oauth/token`);
    expect(getShown()).toContain(`${BODY}&password=••••••••&client_secret=••••••••`);
    const page = document.documentElement.innerHTML;
    expect([PASSWORD, CLIENT_SECRET].filter((secret) => page.includes(secret))).toEqual([]);
  });

  it('shows it as curl, too, and says which one is shown', async () => {
    const { press } = await openPreview();
    await press('curl');
    expect(getShown()).toMatch(/^curl --request POST/);
    const pressed = ['Text', 'curl'].map((name) => screen.getByRole('button', { name }).getAttribute('aria-pressed'));
    expect(pressed).toEqual(['false', 'true']);
  });

  it('is copied as it is shown, or with the secrets', async () => {
    const { press, copy } = await openPreview();
    expect(await copy('Copy request')).toBe(getShown());
    expect(await copy('Copy with secrets')).toContain(`${BODY}&password=${PASSWORD}&client_secret=${CLIENT_SECRET}`);
    await press('curl');
    expect(await copy('Copy with secrets')).toContain(`--data-raw '${BODY}&password=${PASSWORD}`);
  });

  it('has nothing to copy with secrets where there are none', async () => {
    await openPreview(EMPTY_TOKEN_FORM);
    expect(screen.queryByRole('button', { name: 'Copy with secrets' })).toBeNull();
    expect(getShown()).toContain('grant_type=client_credentials&client_id=knetik');
  });

  it('of a form that cannot be sent says what is missing, and shows no request', async () => {
    await openPreview({ ...PASSWORD_FORM, base_url: '', password: '' });
    expect(screen.queryByRole('region')).toBeNull();
    const problems = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(problems).toEqual(['The base URL says which server to log in to.', 'Password is needed for this grant.']);
  });
});
