import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { AwaitingPermission } from '@/utils/messages/popup-protocol';
import { API_ORIGIN, PASSWORD_FORM, RECEIVED_AT_MS } from '../testing/examples';
import { installPermissions } from '../testing/fake-apis';
import { askWithPermission, createGoingOn } from './after-permission';
import { awaitingPermissionItem } from './storage';

const PAGE = 'http://localhost:3000';
const PATTERNS = ['https://devsandbox.knetikcloud.com/*', 'http://localhost/*'];
const hosts = { origins: [API_ORIGIN, PAGE], askedAtMs: RECEIVED_AT_MS };
const login: AwaitingPermission = { ...hosts, type: 'requestToken', data: { profileId: 'p', form: PASSWORD_FORM } };
const choice: AwaitingPermission = {
  ...hosts,
  type: 'changeReach',
  data: { profileId: 'p', change: { kind: 'add', what: 'pages', origin: PAGE } },
};

let permissions = installPermissions();
beforeEach(() => {
  fakeBrowser.reset();
  permissions = installPermissions();
  vi.useFakeTimers({ toFake: ['Date'], now: RECEIVED_AT_MS });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the popup', () => {
  let sent: unknown[];
  let keptWhenAsked: unknown;
  beforeEach(() => {
    sent = [];
    fakeBrowser.runtime.onMessage.addListener((message, _sender, sendResponse) => {
      sent.push(message);
      void awaitingPermissionItem.getValue().then((kept) => {
        keptWhenAsked = kept;
        sendResponse({});
      });
      return true;
    });
  });

  it('asks the user in the same moment, before anything is waited for, then the background to go on', async () => {
    const asking = askWithPermission(login);
    expect(permissions.asked).toEqual([PATTERNS]);
    expect(await asking).toBe(true);
    expect(sent).toEqual([expect.objectContaining({ type: 'goOnWithPermission' })]);
    expect(keptWhenAsked).toEqual(login);
  });

  it('keeps what is wanted while the question is open, because that may close the popup', async () => {
    Object.assign(fakeBrowser.permissions, { request: () => new Promise(() => {}) });
    void askWithPermission(login);
    await vi.waitFor(async () => expect(await awaitingPermissionItem.getValue()).toEqual(login));
    expect(sent).toEqual([]);
  });

  it('forgets what was wanted when the user says no', async () => {
    permissions.userAgrees = false;
    expect(await askWithPermission(login)).toBe(false);
    expect([sent, await awaitingPermissionItem.getValue()]).toEqual([[], null]);
  });

  it.each([true, false])('needs no question that the browser will not ask; permitted: %s', async (isPermitted) => {
    if (isPermitted) permissions.granted = new Set(PATTERNS);
    const request = () => Promise.reject(new Error('This function must be called during a user gesture'));
    Object.assign(fakeBrowser.permissions, { request });
    expect(await askWithPermission(login)).toBe(isPermitted);
    expect([sent.length, (await awaitingPermissionItem.getValue()) !== null]).toEqual(
      isPermitted ? [1, true] : [0, false],
    );
  });
});

describe('the background', () => {
  const done: unknown[] = [];
  const answer = (type: string) => async (data: unknown) => void done.push([type, data]);
  const answers = { requestToken: answer('requestToken'), changeReach: answer('changeReach') };
  beforeEach(() => {
    done.length = 0;
    permissions.granted = new Set(PATTERNS);
  });

  it.each([login, choice])('does what waits for the permission: $type', async (wanted) => {
    await awaitingPermissionItem.setValue(wanted);
    await createGoingOn(answers)();
    expect([done, await awaitingPermissionItem.getValue()]).toEqual([[[wanted.type, wanted.data]], null]);
  });

  it('does it once, though popup and browser both say that the permission is there', async () => {
    await awaitingPermissionItem.setValue(login);
    const goOn = createGoingOn(answers);
    await Promise.all([goOn(), goOn()]);
    await goOn();
    expect(done).toHaveLength(1);
  });

  it('lets whoever comes second wait until it is done', async () => {
    await awaitingPermissionItem.setValue(login);
    const { promise, resolve } = Promise.withResolvers<void>();
    const goOn = createGoingOn({ ...answers, requestToken: () => promise });
    const log: string[] = [];
    void goOn();
    const second = goOn().then(() => log.push('second is told'));
    await vi.waitFor(async () => expect(await awaitingPermissionItem.getValue()).toBeNull());
    log.push('done');
    resolve();
    await second;
    expect(log).toEqual(['done', 'second is told']);
  });

  it('does nothing without the whole permission, and goes on waiting for it', async () => {
    await awaitingPermissionItem.setValue(login);
    permissions.granted.delete('http://localhost/*');
    const goOn = createGoingOn(answers);
    await goOn();
    expect([done, await awaitingPermissionItem.getValue()]).toEqual([[], login]);
    permissions.granted.add('http://localhost/*');
    await goOn();
    expect(done).toHaveLength(1);
  });

  it('does nothing that was forgotten while the permission was looked up, as by a lock', async () => {
    await awaitingPermissionItem.setValue(login);
    const contains = async (): Promise<boolean> => {
      await awaitingPermissionItem.removeValue();
      return true;
    };
    Object.assign(fakeBrowser.permissions, { contains });
    await createGoingOn(answers)();
    expect(done).toEqual([]);
  });

  it('does nothing that was wanted more than two minutes ago, and forgets it', async () => {
    await awaitingPermissionItem.setValue(login);
    vi.setSystemTime(RECEIVED_AT_MS + 120_001);
    await createGoingOn(answers)();
    expect([done, await awaitingPermissionItem.getValue()]).toEqual([[], null]);
  });

  it('does what was wanted just less than two minutes ago', async () => {
    await awaitingPermissionItem.setValue(login);
    vi.setSystemTime(RECEIVED_AT_MS + 120_000);
    await createGoingOn(answers)();
    expect(done).toHaveLength(1);
  });

  it('goes on after something that failed, and tells the one who asked', async () => {
    await awaitingPermissionItem.setValue(login);
    const requestToken = () => Promise.reject(new Error('no answer'));
    const goOn = createGoingOn({ ...answers, requestToken });
    await expect(goOn()).rejects.toThrow('no answer');
    await awaitingPermissionItem.setValue(choice);
    await goOn();
    expect(done).toEqual([['changeReach', choice.data]]);
  });
});
