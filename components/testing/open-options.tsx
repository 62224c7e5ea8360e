import { render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EMPTY_TOKEN_FORM, type TokenForm } from '@/utils/oauth2/token-form';
import { writeProfiles } from '@/utils/platform/profile-storage';
import { buildProfile, type Profile } from '@/utils/profiles/profile';
import { OptionsApp } from '../options/OptionsApp';
import { installShortcut } from './vault-background';

export const ACME = 'https://acme.devsandbox.knetikcloud.com';

/** A profile whose id is its name in one word. */
export function exampleProfile(name: string, form: Partial<TokenForm> = {}, part: Partial<Profile> = {}): Profile {
  const id = name.replaceAll(/\W+/g, '-');
  return buildProfile(id, { name, form: { ...EMPTY_TOKEN_FORM, base_url: ACME, ...form }, ...part });
}

/** Opens the options page with these profiles, and waits until it has read them. */
export async function openOptions(profiles: readonly Profile[] = []) {
  await writeProfiles(profiles, []);
  installShortcut('Alt+Shift+L');
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'this extension', version: '0.1.0' });
  const user = userEvent.setup();
  const page = render(<OptionsApp />);
  await screen.findByRole('heading', { name: 'Profiles' });
  return { user, ...page };
}
