// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { installPermissions } from '@/utils/testing/fake-apis';
import { ACME, openOptions } from '../testing/open-options';
import { getButton, installBackground } from '../testing/open-popup';

const DOCUMENT = {
  swagger: '2.0',
  securityDefinitions: { oauth2: { type: 'oauth2', flow: 'password', tokenUrl: '/oauth/token' } },
};

let permissions: ReturnType<typeof installPermissions>;
beforeEach(() => {
  fakeBrowser.reset();
  installBackground();
  permissions = installPermissions();
  vi.stubGlobal('fetch', (url: string) =>
    Promise.resolve(
      url === `${ACME}/swagger-doc` ? new Response(JSON.stringify(DOCUMENT)) : new Response('<!doctype html>'),
    ),
  );
});
afterEach(() => {
  cleanup();
  history.replaceState(null, '', '?');
});

const getField = () => screen.getByLabelText<HTMLInputElement>(/^Or the address of an API/);

it('proposes the login of the server whose page the options were opened from', async () => {
  history.replaceState(null, '', `?from=${encodeURIComponent(`${ACME}/swagger-ui?a=b`)}`);
  const { user } = await openOptions();
  expect(getField().value).toBe(`${ACME}/swagger-ui?a=b`);
  await user.click(getButton('Load it'));
  expect(await screen.findByRole('heading', { name: 'Profiles to look at: 1' })).toBeTruthy();
  expect(screen.getByText('Read as: An API’s description')).toBeTruthy();
  expect(permissions.asked).toEqual([[`${ACME}/*`]]);
});

it('loads nothing when the user does not allow the host', async () => {
  permissions.userAgrees = false;
  const { user } = await openOptions();
  await user.type(getField(), `${ACME}{Enter}`);
  expect(await screen.findByText(/permission for this host nothing was loaded/)).toBeTruthy();
});

it('asks for no host when the address is none', async () => {
  const { user } = await openOptions();
  await user.type(getField(), 'http://api.example{Enter}');
  expect(await screen.findByText(/This is no web address/)).toBeTruthy();
  expect(permissions.asked).toEqual([]);
});
