import { fakeBrowser } from 'wxt/testing/fake-browser';

/** A browser event whose listeners can be called: those whose filter, if any, wants this type of request. */
export function buildEvent<Details, Answer = void>() {
  const listeners = new Map<(details: Details) => Answer, unknown[]>();
  return {
    addListener: (listener: (details: Details) => Answer, ...filters: unknown[]) =>
      void listeners.set(listener, filters),
    removeListener: (listener: (details: Details) => Answer) => void listeners.delete(listener),
    hasListener: (listener: (details: Details) => Answer) => listeners.has(listener),
    trigger: (details: Details) =>
      [...listeners].filter(([, [filter]]) => isWanted(details, filter)).map(([listener]) => listener(details)),
    getFilters: () => [...listeners.values()],
  };
}

function isWanted(details: unknown, filter: unknown): boolean {
  const { type } = { ...(details as { type?: string }) };
  const { types } = { ...(filter as { types?: string[] }) };
  return type === undefined || types === undefined || types.includes(type);
}

/** Gives `fakeBrowser` permissions for these match patterns and APIs, and a user who can be asked for more. */
export function installPermissions(granted: string[] = []) {
  const [onAdded, onRemoved] = [buildEvent<object>(), buildEvent<object>()];
  const world = { granted: new Set(granted), userAgrees: true, asked: [] as string[][], onAdded, onRemoved };
  type Wanted = { origins?: string[]; permissions?: string[] };
  const list = ({ origins = [], permissions = [] }: Wanted): string[] => [...origins, ...permissions];
  const contains = async (wanted: Wanted): Promise<boolean> => list(wanted).every((each) => world.granted.has(each));
  Object.assign(fakeBrowser.permissions, {
    contains,
    async request(wanted: Wanted) {
      world.asked.push(list(wanted));
      if (await contains(wanted)) return true;
      if (!world.userAgrees) return false;
      for (const each of list(wanted)) world.granted.add(each);
      onAdded.trigger(wanted);
      return true;
    },
    async remove(wanted: Wanted) {
      for (const each of list(wanted)) world.granted.delete(each);
      onRemoved.trigger(wanted);
      return true;
    },
    onAdded,
    onRemoved,
  });
  return world;
}

/** Gives `fakeBrowser` a badge; answers the text that it shows, and what it says when the mouse rests on it. */
export function installBadge(): { getText(): string; getTitle(): string } {
  let [shown, titled] = ['', ''];
  const nothing = () => Promise.resolve();
  Object.assign(fakeBrowser.action, {
    setBadgeText: ({ text }: { text: string }) => {
      shown = text;
      return nothing();
    },
    setBadgeBackgroundColor: nothing,
    setBadgeTextColor: nothing,
    setTitle: ({ title }: { title: string }) => {
      titled = title;
      return nothing();
    },
    setIcon: nothing,
  });
  return { getText: () => shown, getTitle: () => titled };
}

/** Gives `fakeBrowser` the event by which the browser says why a request failed. */
export function installNetworkErrors() {
  const event = buildEvent<{ error: string; tabId: number }>();
  Object.assign(fakeBrowser.webRequest, { onErrorOccurred: event });
  return event;
}

/** Gives `fakeBrowser` the events of requests; those that are not given do nothing. */
export function installWebRequest(events: object = {}): void {
  const names = [
    'onBeforeSendHeaders',
    'onSendHeaders',
    'onHeadersReceived',
    'onBeforeRedirect',
    'onCompleted',
    'onErrorOccurred',
  ];
  Object.assign(fakeBrowser.webRequest, Object.fromEntries(names.map((name) => [name, buildEvent()])), events);
}

/** Gives `fakeBrowser` notifications, and permissions as above. */
export function installNotifications(granted: string[] = []) {
  const shown = new Map<string, { message: string }>();
  const onClicked = buildEvent<string>();
  Object.assign(fakeBrowser, {
    notifications: {
      create: async (id: string, options: { message: string }) => void shown.set(id, options),
      clear: async (id: string) => shown.delete(id),
      onClicked,
    },
  });
  return Object.assign(installPermissions(granted), { shown, onClicked });
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

/** Gives `fakeBrowser` session rules that can be looked at; `log` says how often they changed, `failNext` how not. */
export function installSessionRules() {
  const rules = new Map<number, { id: number }>();
  const failures: Error[] = [];
  const failNext = (...errors: Error[]): void => void failures.push(...errors);
  const world = { log: [] as string[], getRules: () => [...rules.values()], failNext };
  Object.assign(fakeBrowser.declarativeNetRequest, {
    getSessionRules: () => Promise.resolve(world.getRules()),
    async updateSessionRules(change: { removeRuleIds?: number[]; addRules?: { id: number }[] }) {
      const failure = failures.shift();
      if (failure) throw failure;
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

/** Gives `fakeBrowser` registered content scripts that can be looked at; `log` says which functions changed them. */
export function installScripting() {
  type Script = { id: string; matches?: string[] };
  const scripts = new Map<string, Script>();
  const world = { log: [] as string[], getScripts: () => [...scripts.values()] };
  const change = (name: string, changed: Script[]): void => {
    world.log.push(name);
    for (const script of changed) {
      if (scripts.has(script.id) !== (name === 'update')) throw new Error(`Cannot ${name} the script "${script.id}"`);
      scripts.set(script.id, { ...scripts.get(script.id), ...script });
    }
  };
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async () => world.getScripts(),
    registerContentScripts: async (added: Script[]) => change('register', added),
    updateContentScripts: async (changed: Script[]) => change('update', changed),
    async unregisterContentScripts() {
      world.log.push('unregister');
      scripts.clear();
    },
  });
  return world;
}

/** Gives `fakeBrowser` a user who is there and presses shortcuts, and a system that can be locked. */
export function installUser() {
  const world = { state: 'active', onCommand: buildEvent<string>(), onStateChanged: buildEvent<string>() };
  Object.assign(fakeBrowser.commands, { onCommand: world.onCommand });
  Object.assign(fakeBrowser.idle, {
    queryState: () => Promise.resolve(world.state),
    onStateChanged: world.onStateChanged,
  });
  return world;
}
