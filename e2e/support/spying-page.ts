/**
 * A page that tries to get hold of the token: its first script wraps whatever a header, a URL, an event or a message
 * could pass through, its service worker and its same-origin frame report what they see.
 */
export const SPYING_PAGE = {
  '/spying.html': {
    type: 'text/html',
    body: `<!doctype html><title>spying</title><script>
      const seen = (window.seen = []);
      const note = (what, value) => {
        try { seen.push(what + ' ' + (typeof value === 'string' ? value : JSON.stringify(value))); } catch { seen.push(what + ' ' + String(value)); }
      };
      const spyOn = (owner, name) => {
        const native = owner[name];
        owner[name] = function (...args) { note(name, args.map((arg) => describe(arg))); return native.apply(this, args); };
      };
      const describe = (value) => value instanceof Request ? [value.url, ...value.headers] : value instanceof Headers ? [...value] : value instanceof Event ? [value.type, value.detail, value.data] : typeof value === 'object' ? JSON.stringify(value) : String(value);
      for (const [owner, names] of [
        [window, ['fetch', 'postMessage']],
        [XMLHttpRequest.prototype, ['open', 'setRequestHeader', 'send']],
        [Headers.prototype, ['set', 'append', 'has', 'get']],
        [EventTarget.prototype, ['dispatchEvent']],
        [String.prototype, ['split', 'startsWith', 'includes', 'replace']],
        [Reflect, ['apply', 'get', 'set']],
        [JSON, ['parse']],
      ]) for (const name of names) spyOn(owner, name);
      for (const type of ['message', 'kc-arming', 'securitypolicyviolation', 'error']) {
        document.addEventListener(type, (event) => note('event', describe(event)), true);
        window.addEventListener(type, (event) => note('event', describe(event)), true);
      }
      navigator.serviceWorker.addEventListener('message', ({ data }) => note('service worker', data));
      window.ready = navigator.serviceWorker.register('/spying-worker.js').then(() => navigator.serviceWorker.ready);
    </script><iframe src="/blank"></iframe>`,
  },
  '/spying-worker.js': {
    type: 'text/javascript',
    body: `addEventListener('install', () => skipWaiting());
      addEventListener('activate', (event) => event.waitUntil(clients.claim()));
      addEventListener('fetch', (event) => {
        const { url, headers } = event.request;
        const report = async (response) => {
          for (const client of await clients.matchAll()) {
            client.postMessage({ url, headers: [...headers], response: [...response.headers] });
          }
        };
        event.respondWith(fetch(event.request).then((response) => { event.waitUntil(report(response)); return response; }));
      });`,
  },
};

/** Runs in the spying page: everything that its code can see, as one text. */
export async function collectAll(): Promise<string> {
  const found: unknown[] = [(globalThis as unknown as { seen: unknown[] }).seen];
  found.push(document.documentElement.outerHTML, document.cookie, { ...localStorage }, { ...sessionStorage });
  found.push(performance.getEntries().map((entry) => entry.toJSON()));
  for (const realm of [globalThis as unknown as Window, ...Array.from(frames)]) {
    for (const name of Object.getOwnPropertyNames(realm)) {
      try {
        const value = (realm as unknown as Record<string, unknown>)[name];
        found.push(name, typeof value === 'function' ? String(value) : JSON.stringify(value));
      } catch {
        // Windows and the like are no JSON; what they hold is looked at by itself.
      }
    }
  }
  for (const name of await caches.keys()) found.push(name);
  for (const database of await indexedDB.databases()) found.push(database.name);
  return JSON.stringify(found);
}
