import { API, FOREIGN } from './hosts.ts';

/**
 * How a stranger's page tries to learn what a page of the API knows: scripts that get the URL of one that makes requests
 * and is generous with its timing as `url`, and return what they have read. `until(target, type)` waits for an event, at
 * most half a second; `tell(thing)` is all that can be read of a thing.
 */
export const MARK_READERS: Readonly<Record<string, string>> = {
  'the timing of a frame': `const frame = addFrame(url); await until(frame, 'load'); return tell(performance.getEntries());`,
  'the insides of a frame': `const frame = addFrame(url); await until(frame, 'load'); return tell(frame.contentWindow) + tell(frame.contentDocument) + tellAll(() => frame.contentWindow.performance.getEntries(), () => frame.contentWindow.location.href, () => frame.contentWindow.fetch, () => frame.contentWindow.history.length, () => frame.contentWindow.document);`,
  'a frame that was prepared before it loaded': `const frame = addFrame('about:blank'); const inside = frame.contentWindow; const got = []; inside.fetch = (...args) => got.push(args); inside.Headers = class { constructor(...args) { got.push(args); } }; inside.performance.getEntriesByType = (...args) => { got.push(args); return []; }; inside.performance.addEventListener('kc-arming', (event) => got.push(event.detail)); frame.src = url; await until(frame, 'load'); return tell(got) + tellAll(() => inside.performance.getEntriesByType('navigation'));`,
  'a popup that was prepared before it loaded': `const popup = open('about:blank'); const got = []; popup.fetch = (...args) => got.push(args); popup.performance.addEventListener('kc-arming', (event) => got.push(event.detail)); const before = popup.performance; popup.location = url; await until(window, 'message'); const read = tell(got) + tellAll(() => popup.performance.getEntries(), () => popup.location.href, () => popup.document.cookie, () => before.getEntriesByType('navigation')); popup.close(); return read;`,
  'a page of the API that opened it, or was opened by it': `const popup = open(url); await until(window, 'message'); popup.postMessage('kc-arming', '*'); const read = tellAll(() => popup.opener, () => popup.performance.timing, () => popup.history, () => popup.length, () => performance.getEntries()); popup.close(); return read;`,
  'an object element': `const object = document.createElement('object'); object.data = url; document.body.append(object); await until(object, 'load'); return tell(performance.getEntries()) + tellAll(() => object.contentDocument);`,
  'the answer to a request of its own': `const response = await fetch(url); return tell([...response.headers]) + tell(performance.getEntries()) + (await response.text()).slice(0, 0);`,
  'a redirect through the API': `const frame = addFrame('${API}/redirect?to=' + encodeURIComponent('${FOREIGN}/timed-blank.html')); await until(frame, 'load'); return tell(performance.getEntries()) + tellAll(() => frame.contentWindow.performance.getEntries(), () => frame.contentWindow.location.href, () => frame.contentDocument.referrer);`,
  'what the API’s page tells it by its address, referrer and messages': `const got = []; addEventListener('message', ({ data, origin }) => got.push(data, origin)); const frame = addFrame(url + '#' + encodeURIComponent(location.href)); await until(frame, 'load'); frame.contentWindow.postMessage({ type: 'renewAfterRejection' }, '*'); await until(window, 'message'); return tell(got) + document.referrer;`,
  reports: `const got = []; if (window.ReportingObserver) new ReportingObserver((reports) => got.push(...reports.map((report) => report.toJSON())), { buffered: true }).observe(); const frame = addFrame(url); frame.setAttribute('csp', "default-src 'none'; report-uri ${FOREIGN}/blank"); document.addEventListener('securitypolicyviolation', (event) => got.push(event.blockedURI, event.sourceFile)); await until(frame, 'load'); return tell(got);`,
  'errors and their stacks': `const got = []; addEventListener('error', (event) => got.push(event.message, event.filename, event.error && event.error.stack)); addEventListener('unhandledrejection', ({ reason }) => got.push(String(reason), reason && reason.stack)); document.body.append(Object.assign(document.createElement('script'), { src: url })); await until(window, 'error'); await fetch(url, { mode: 'same-origin' }).catch((error) => got.push(error.message, error.stack)); return tell(got);`,
};

/** What these scripts may use. */
export const MARK_READERS_PRELUDE = `
  const until = (target, type) => new Promise((resolve) => { target.addEventListener(type, () => setTimeout(resolve, 50), { once: true }); setTimeout(resolve, 500); });
  const tell = (thing) => { try { return JSON.stringify(thing) + Object.getOwnPropertyNames(thing).map((name) => { try { return name + String(thing[name]); } catch { return name; } }); } catch (error) { return String(error); } };
  const tellAll = (...ways) => ways.map((way) => { try { return tell(way()); } catch (error) { return error.message + error.stack; } }).join();
  const addFrame = (src) => { const frame = document.createElement('iframe'); frame.src = src; document.body.append(frame); return frame; };
`;
