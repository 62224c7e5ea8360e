/**
 * First in a hostile page: ways to write down whatever passes through a function, an accessor, a constructor or an
 * event. `seen` is what the page has got hold of.
 */
export const HOSTILE_PRELUDE = `
  const seen = (window.seen = []);
  const native = {
    apply: Reflect.apply, construct: Reflect.construct, define: Object.defineProperty, describe: Object.getOwnPropertyDescriptor,
    names: Reflect.ownKeys, push: Array.prototype.push, map: Array.prototype.map, join: Array.prototype.join, stringify: JSON.stringify,
    text: Function.prototype.toString, iterator: Array.prototype[Symbol.iterator], Proxy, String, Error, Request, Response, Headers, Event,
    forEach: Headers.prototype.forEach, slice: String.prototype.slice,
  };
  let busy = false;
  const read = (object, names) => native.apply(native.map, names, [(name) => {
    try { return name + '=' + object[name]; } catch { return name; }
  }]);
  const describe = (value, depth = 0) => {
    try {
      if (typeof value === 'string') return value;
      if (typeof value === 'function') return native.apply(native.text, value, []);
      if (typeof value !== 'object' || value === null) return native.String(value);
      if (value instanceof native.Headers) {
        const pairs = [];
        native.apply(native.forEach, value, [(text, name) => native.apply(native.push, pairs, [name + ': ' + text])]);
        return native.apply(native.join, pairs, [' ']);
      }
      if (value instanceof native.Request) return value.url + ' ' + describe(value.headers) + ' ' + value.referrer;
      if (value instanceof native.Response) return value.url + ' ' + describe(value.headers);
      if (value instanceof native.Error) return value.message + value.stack;
      if (value instanceof native.Event) return native.apply(native.join, read(value, ['type', 'detail', 'data', 'message', 'reason']), [' ']);
      const parts = [];
      if (depth < 2) for (const name of native.names(value)) native.apply(native.push, parts, [native.String(name) + ':' + describe(value[name], depth + 1)]);
      return native.apply(native.join, parts, [' ']);
    } catch { return 'unreadable'; }
  };
  // Nothing is spread: that would call an iterator which may be spied on.
  const note = (what, ...values) => noteAll(what, values);
  const noteAll = (what, values) => {
    if (busy) return;
    busy = true;
    try {
      if (seen.length < 5000) seen[seen.length] = what + ' ' + native.apply(native.slice, native.apply(native.join, native.apply(native.map, values, [(value) => describe(value)]), [' ']), [0, 3000]);
    } finally { busy = false; }
  };
  const spyOn = (owner, name) => {
    const descriptor = native.describe(owner, name);
    if (!descriptor || !descriptor.configurable) return;
    const label = native.String(name);
    for (const part of ['value', 'get', 'set']) {
      const original = descriptor[part];
      if (typeof original !== 'function') continue;
      descriptor[part] = function (...args) {
        note(label, this === window ? 'window' : this);
        noteAll(label, args);
        const answer = new.target ? native.construct(original, args, new.target) : native.apply(original, this, args);
        note(label + ' answered', answer, new native.Error('here').stack);
        return answer;
      };
    }
    native.define(owner, name, descriptor);
  };
  const spyOnAll = (...owners) => {
    for (const owner of owners) for (const name of native.names(owner)) if (name !== 'constructor') spyOn(owner, name);
  };
  const replaceConstructors = (...names) => {
    for (const name of names) window[name] = new native.Proxy(window[name], {
      construct(target, args, newTarget) { noteAll('new ' + name, args); const made = native.construct(target, args, newTarget); note(name + ' made', made); return made; },
      apply(target, self, args) { noteAll(name, args); return native.apply(target, self, args); },
    });
  };
  const layTraps = (owner, names) => {
    for (const name of names) native.define(owner, name, {
      configurable: true,
      get() { note('got ' + native.String(name), this === window ? 'window' : this, new native.Error('here').stack); return undefined; },
      set(value) { note('set ' + native.String(name), value); native.define(this, name, { value, writable: true, configurable: true, enumerable: true }); },
    });
  };
`;
