/** What else runs first in a hostile page, after `HOSTILE_PRELUDE`; each by what it lies in wait at. */
export const HOSTILE_SCRIPTS: Readonly<Record<string, string>> = {
  'the constructors of fetch': `replaceConstructors('Request', 'Response', 'Headers', 'URL', 'URLSearchParams', 'Blob', 'FormData', 'AbortController');`,
  'the constructors of the language': `replaceConstructors('Proxy', 'Promise', 'WeakMap', 'Map', 'Set', 'Date', 'RegExp', 'Error');`,
  'the constructors of events': `replaceConstructors('Event', 'CustomEvent', 'MessageEvent', 'EventTarget', 'MessageChannel', 'BroadcastChannel');`,
  'fetch itself': `spyOn(window, 'fetch');`,
  'every part of Headers': `spyOnAll(Headers.prototype);`,
  'every part of Request': `spyOnAll(Request.prototype);`,
  'every part of Response': `spyOnAll(Response.prototype, Response);`,
  'every part of XMLHttpRequest': `spyOnAll(XMLHttpRequest.prototype, XMLHttpRequestEventTarget.prototype);`,
  Reflect: `spyOnAll(Reflect);`,
  'the prototype of promises': `for (const name of ['then', 'catch', 'finally']) spyOn(Promise.prototype, name); for (const name of ['resolve', 'reject', 'all', 'race', 'withResolvers']) spyOn(Promise, name);`,
  'the prototype of arrays': `spyOnAll(Array.prototype);`,
  'the prototype of strings': `spyOnAll(String.prototype, String);`,
  'the prototype of numbers, and the clock': `spyOnAll(Number.prototype, Number, Date.prototype, Date);`,
  'the functions of Object': `spyOnAll(Object); for (const name of ['hasOwnProperty', 'toString', 'valueOf']) spyOn(Object.prototype, name);`,
  'the prototype of functions': `for (const name of ['call', 'apply', 'bind', 'toString', Symbol.hasInstance]) spyOn(Function.prototype, name);`,
  'the prototypes of maps and sets': `spyOnAll(WeakMap.prototype, Map.prototype, WeakSet.prototype, Set.prototype, WeakRef.prototype);`,
  'regular expressions': `for (const name of ['test', 'exec', Symbol.replace, Symbol.match, Symbol.split]) spyOn(RegExp.prototype, name);`,
  'the parts of a URL': `spyOnAll(URL.prototype, URL, URLSearchParams.prototype); spyOn(Node.prototype, 'baseURI');`,
  'the parts of an event': `spyOnAll(Event.prototype, CustomEvent.prototype, MessageEvent.prototype);`,
  'event targets': `spyOnAll(EventTarget.prototype, AbortSignal.prototype);`,
  performance: `spyOnAll(Performance.prototype, PerformanceResourceTiming.prototype, PerformanceNavigationTiming.prototype, PerformanceEntry.prototype, PerformanceServerTiming.prototype);`,
  'iterators, and how things become text': `for (const owner of [Array.prototype, String.prototype, Headers.prototype, Map.prototype]) spyOn(owner, Symbol.iterator); spyOn(Date.prototype, Symbol.toPrimitive); spyOnAll(Object.getPrototypeOf([][Symbol.iterator]()), Object.getPrototypeOf(function* () {}.prototype));`,
  'encoders, messages and storage': `spyOnAll(JSON, TextEncoder.prototype, TextDecoder.prototype, MessagePort.prototype, BroadcastChannel.prototype, Storage.prototype, IDBFactory.prototype, Crypto.prototype); for (const name of ['atob', 'btoa', 'structuredClone', 'postMessage']) spyOn(window, name); spyOn(Document.prototype, 'cookie');`,
  'timers and tasks': `for (const name of ['setTimeout', 'setInterval', 'queueMicrotask', 'requestAnimationFrame', 'requestIdleCallback']) spyOn(window, name);`,
  'names that objects may lack': `layTraps(Object.prototype, ['headers', 'status', 'url', 'body', 'signal', 'detail', 'mark', 'token', 'access_token', 'Authorization', 'authorization', 'bearer', 'serverTiming', 'apiOrigins', 'keepalive', 'credentials', 'requestHeaders', 'responseHeaders', 'kc']);`,
  'the names of property descriptors': `layTraps(Object.prototype, ['get', 'set']);`,
  'indexes that arrays may lack': `layTraps(Array.prototype, ['0', '1', '2', '3']); layTraps(Object.prototype, ['then']);`,
  'the globals of extensions': `for (const name of ['chrome', 'browser']) native.define(window, name, { configurable: true, value: new native.Proxy({}, { get(_target, part) { note(name, part); return new native.Proxy(function () {}, { apply: (_f, _s, args) => noteAll(name + '.' + native.String(part), args), get: (_f, deeper) => function (...args) { note(name, deeper); noteAll(name, args); } }); } }) });`,
  'stack traces': `Error.stackTraceLimit = 100; Error.prepareStackTrace = (error, frames) => native.apply(native.map, frames, [(frame) => { note('frame', frame.getThis(), frame.getFunction()); return native.String(frame); }]).join('\\n'); spyOnAll(Headers.prototype, EventTarget.prototype); addEventListener('unhandledrejection', (event) => note('rejection', event.reason));`,
  'every event': `
    const types = new Set(['message', 'messageerror', 'kc-arming', 'kc-rejected', 'kc-renewed', 'error', 'unhandledrejection', 'rejectionhandled', 'securitypolicyviolation', 'resourcetimingbufferfull', 'visibilitychange', 'readystatechange']);
    for (const owner of [window, document, Document.prototype, HTMLElement.prototype, performance]) for (const name in owner) if (name.startsWith('on')) types.add(name.slice(2));
    for (const target of [window, document, performance, document.documentElement]) for (const type of types) target.addEventListener(type, (event) => note('event ' + type, event), true);`,
  'every observer': `
    for (const type of PerformanceObserver.supportedEntryTypes) new PerformanceObserver((list) => list.getEntries().forEach((entry) => note('entry', JSON.stringify(entry)))).observe({ type, buffered: true });
    new MutationObserver((changes) => changes.forEach(({ target }) => note('mutation', target.outerHTML ?? target.data))).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    if (window.ReportingObserver) new ReportingObserver((reports) => reports.forEach((report) => note('report', JSON.stringify(report))), { buffered: true }).observe();`,
  'the document, which it writes anew': `spyOnAll(EventTarget.prototype); document.open(); document.write('<title>written</title><script>note("written", "kc")</' + 'script>'); document.close(); addEventListener('kc-arming', (event) => note('event', event)); performance.addEventListener('kc-arming', (event) => note('event', event));`,
};
