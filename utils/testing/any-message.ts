import * as fc from 'fast-check';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { API_ORIGIN, CLIENT_SECRET, PASSWORD, PASSWORD_FORM } from './examples';
import { anyJson } from './any-json';
import { PROFILE } from './profile-examples';

const { id } = fakeBrowser.runtime;

const TYPES = [
  'wakeUp',
  'requestToken',
  'cancelTokenRequest',
  'renewToken',
  'logOut',
  'whoAmI',
  'changeSwitches',
  'changeReach',
  'chooseProfile',
  'allowWriting',
  'changeProfiles',
  'importProfiles',
  'createVault',
  'unlockVault',
  'lockVault',
  'changePassphrase',
  'forgetVault',
  'goOnWithPermission',
  'clearActivity',
  'clearTabActivity',
  'renewAfterRejection',
  'isTabOff',
];
const ODD_TYPES = ['__proto__', 'constructor', 'toString', 'valueOf', 'isRelayThere', '', 'unknown'];

const structured = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withSparseArray: true,
  maxDepth: 3,
});
/** With secrets where nobody expects them. */
const withSecrets = fc
  .tuple(
    fc.constantFrom(PASSWORD, CLIENT_SECRET),
    fc.constantFrom('profileId', 'form', 'kind', 'passphrase', 'source', 'change', 'ids', 'profile', 'page'),
    anyJson,
  )
  .chain(([secret, name, other]) =>
    fc.constantFrom<unknown>(
      secret,
      [secret],
      { [name]: secret },
      { [name]: { [secret]: other } },
      { profileId: PROFILE.id, form: { ...PASSWORD_FORM, grant: secret } },
      { profileId: PROFILE.id, form: { ...PASSWORD_FORM, username: 7 }, [name]: other },
      { passphrase: PASSWORD, source: CLIENT_SECRET },
      { passphrase: PASSWORD.repeat(200), next: other },
      [{ profile: secret, secrets: { password: PASSWORD } }],
    ),
  );

const envelope = fc.record(
  {
    id: fc.oneof(fc.nat(), structured),
    type: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...TYPES, ...ODD_TYPES) },
      { weight: 1, arbitrary: structured },
    ),
    data: fc.oneof(withSecrets, structured, anyJson, fc.constantFrom(PROFILE.id, 0, null, undefined)),
    timestamp: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: structured }),
  },
  { requiredKeys: ['type', 'timestamp'] },
);

/** Whatever can be sent to the background. */
export const anyMessage: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 9, arbitrary: envelope },
  { weight: 1, arbitrary: structured.filter((message) => message !== undefined) },
);

const anyUrl = fc.constantFrom(
  undefined,
  '',
  'about:blank',
  'data:text/html,x',
  `${API_ORIGIN}/index.html`,
  `${API_ORIGIN}/chrome-extension://${id}/popup.html`,
  `chrome-extension://${id}.example/popup.html`,
  'chrome-extension://another/popup.html',
  `Chrome-Extension://${id}/popup.html`,
);

/** Whoever may send, but for the extension's own pages. */
export const anyStranger = fc.oneof(
  fc.record(
    {
      id: fc.constantFrom(id, 'another-extension', undefined),
      url: anyUrl,
      origin: fc.constantFrom(undefined, '', 'null', 'https://app.example', `${API_ORIGIN}.example`),
      tab: fc.constantFrom(undefined, {}, { id: 7 }, { id: -1 }),
      frameId: fc.constantFrom(0, 7),
    },
    { requiredKeys: [] },
  ),
  fc.record({ id: fc.constant('another-extension'), url: fc.constant(`chrome-extension://${id}/popup.html`) }),
);

export const POPUP = { id, url: `chrome-extension://${id}/popup.html` };
