import { fakeBrowser } from 'wxt/testing/fake-browser';

/** A browser event whose listeners can be called, with the filters that they asked for. */
export function buildEvent<Details, Answer = void>() {
  const listeners = new Map<(details: Details) => Answer, unknown[]>();
  return {
    addListener: (listener: (details: Details) => Answer, ...filters: unknown[]) =>
      void listeners.set(listener, filters),
    removeListener: (listener: (details: Details) => Answer) => void listeners.delete(listener),
    trigger: (details: Details) => [...listeners.keys()].map((listener) => listener(details)),
    getFilters: () => [...listeners.values()],
  };
}

/** Gives `fakeBrowser` permissions for these match patterns. */
export function installPermissions(granted: string[]): void {
  const contains = ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) =>
    Promise.resolve([...origins, ...permissions].every((each) => granted.includes(each)));
  Object.assign(fakeBrowser.permissions, { contains, onAdded: buildEvent() });
}

/** Gives `fakeBrowser` a badge; answers the text that it shows. */
export function installBadge(): { getText(): string } {
  let shown = '';
  const nothing = () => Promise.resolve();
  Object.assign(fakeBrowser.action, {
    setBadgeText: ({ text }: { text: string }) => {
      shown = text;
      return nothing();
    },
    setBadgeBackgroundColor: nothing,
    setBadgeTextColor: nothing,
    setTitle: nothing,
  });
  return { getText: () => shown };
}

/** Gives `fakeBrowser` the event by which the browser says why a request failed. */
export function installNetworkErrors() {
  const event = buildEvent<{ error: string; tabId: number }>();
  Object.assign(fakeBrowser.webRequest, { onErrorOccurred: event });
  return event;
}

/** Gives `fakeBrowser` the events of Firefox's requests; those that are not given do nothing. */
export function installWebRequest(events: object): void {
  const names = ['onBeforeSendHeaders', 'onHeadersReceived', 'onBeforeRedirect', 'onCompleted', 'onErrorOccurred'];
  Object.assign(fakeBrowser.webRequest, Object.fromEntries(names.map((name) => [name, buildEvent()])), events);
}

/** Gives `fakeBrowser` notifications, with a user who grants the permission for them or does not. */
export function installNotifications() {
  const shown = new Map<string, { message: string }>();
  const [onAdded, onRemoved, onClicked] = [buildEvent<object>(), buildEvent<object>(), buildEvent<string>()];
  const world = { isGranted: false, userAgrees: true, shown, onAdded, onClicked };
  Object.assign(fakeBrowser.permissions, {
    contains: async () => world.isGranted,
    request: async () => (world.isGranted = world.userAgrees),
    remove: async () => {
      world.isGranted = false;
      return true;
    },
    onAdded,
    onRemoved,
  });
  Object.assign(fakeBrowser, {
    notifications: {
      create: async (id: string, options: { message: string }) => void shown.set(id, options),
      clear: async (id: string) => shown.delete(id),
      onClicked,
    },
  });
  return world;
}

/** Gives `fakeBrowser` a background that answers every message like this; answers the messages so far. */
export function installAnsweringBackground(answer: () => Promise<unknown>): unknown[] {
  const sent: unknown[] = [];
  const sendMessage = (message: unknown): Promise<unknown> => {
    sent.push(message);
    return answer();
  };
  Object.assign(fakeBrowser.runtime, { sendMessage });
  return sent;
}

/** Gives `fakeBrowser` session rules that can be looked at; `log` says how often they changed. */
export function installSessionRules() {
  const rules = new Map<number, { id: number }>();
  const world = { log: [] as string[], getRules: () => [...rules.values()] };
  Object.assign(fakeBrowser.declarativeNetRequest, {
    getSessionRules: () => Promise.resolve(world.getRules()),
    async updateSessionRules(change: { removeRuleIds?: number[]; addRules?: { id: number }[] }) {
      world.log.push('rules changed');
      for (const id of change.removeRuleIds ?? []) rules.delete(id);
      for (const rule of change.addRules ?? []) {
        if (rules.has(rule.id)) throw new Error(`Rule with id ${rule.id} does not have a unique ID.`);
        rules.set(rule.id, rule);
      }
    },
  });
  return world;
}
