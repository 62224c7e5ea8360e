/**
 * How a page makes requests to another site without fetch of its own window: what a stranger tries for the cookie-like
 * ride of a token. Each is a script that gets the URL as `url`,
 * and the name of a frame of its own as `sink`.
 */
export const STRANGER_REQUESTS: Readonly<Record<string, string>> = {
  'a form POST': `const form = document.createElement('form'); form.method = 'post'; form.action = url; form.target = sink; form.innerHTML = '<input name=display_name value=eve>'; document.body.append(form); form.submit();`,
  'a form GET': `const [path, query] = url.split('?'); const form = document.createElement('form'); form.action = path; form.target = sink; form.innerHTML = '<input name="' + query.split('#')[0] + '" value=1>'; document.body.append(form); form.submit();`,
  'a click on a link': `const link = document.createElement('a'); link.href = url; link.target = sink; document.body.append(link); link.click();`,
  'the ping of a link': `const link = document.createElement('a'); link.href = '/blank'; link.target = sink; link.ping = url; document.body.append(link); link.click();`,
  'an image': `new Image().src = url;`,
  'a script': `const script = document.createElement('script'); script.src = url; document.body.append(script);`,
  'an imported module': `import(url).catch(() => {});`,
  'a style sheet': `document.head.insertAdjacentHTML('beforeend', '<link rel=stylesheet href="' + url + '">');`,
  'a font': `document.fonts.add(new FontFace('f', 'url("' + url + '")')); document.fonts.forEach((font) => font.load().catch(() => {}));`,
  'a video': `const video = document.createElement('video'); video.src = url; video.load(); document.body.append(video);`,
  'a frame': `const frame = document.createElement('iframe'); frame.src = url; document.body.append(frame);`,
  'an object': `const object = document.createElement('object'); object.data = url; document.body.append(object);`,
  'a prefetch': `document.head.insertAdjacentHTML('beforeend', '<link rel=preload as=fetch crossorigin href="' + url + '">');`,
  'a beacon': `navigator.sendBeacon(url, 'words');`,
  'an event source': `new EventSource(url).onerror = ({ target }) => target.close();`,
  'a WebSocket': `try { new WebSocket(url.replace('https:', 'wss:').split('#')[0]); } catch {}`,
  'a fetch without CORS': `fetch(url, { mode: 'no-cors', method: 'POST', credentials: 'include', body: 'words' }).catch(() => {});`,
  'a fetch with credentials': `fetch(url, { credentials: 'include' }).catch(() => {});`,
  'a fetch that needs a preflight': `fetch(url, { method: 'DELETE', headers: { 'X-Asks-First': '1' } }).catch(() => {});`,
  'a fetch that outlives the page': `fetch(url, { keepalive: true, method: 'POST', body: 'words' }).catch(() => {});`,
  'a fetch with a header of the extension’s making': `fetch(url, { headers: { 'X-Kc': 'kc', 'Server-Timing': 'kc' } }).catch(() => {});`,
  'a worker': `new Worker(URL.createObjectURL(new Blob(['fetch("' + url + '").catch(() => {})'])));`,
  'a shared worker': `new SharedWorker(URL.createObjectURL(new Blob(['fetch("' + url + '").catch(() => {})'])));`,
  'a worker that imports a script': `new Worker(URL.createObjectURL(new Blob(['importScripts("' + url + '")'])));`,
  'its own service worker': `navigator.serviceWorker.register('/asking-worker.js?' + encodeURIComponent(url));`,
  'a sandboxed frame': `const frame = document.createElement('iframe'); frame.sandbox = 'allow-scripts'; frame.srcdoc = '<script>fetch("' + url + '")<' + '/script>'; document.body.append(frame);`,
  'a data: frame': `const frame = document.createElement('iframe'); frame.src = 'data:text/html,' + encodeURIComponent('<script>fetch("' + url + '")<' + '/script>'); document.body.append(frame);`,
  'a blob: frame': `const frame = document.createElement('iframe'); frame.src = URL.createObjectURL(new Blob(['<script>fetch("' + url + '")<' + '/script>'], { type: 'text/html' })); document.body.append(frame);`,
  'a srcdoc frame': `const frame = document.createElement('iframe'); frame.srcdoc = '<script>fetch("' + url + '")<' + '/script>'; document.body.append(frame);`,
  'an about:blank frame': `const frame = document.createElement('iframe'); document.body.append(frame); frame.contentWindow.fetch(url).catch(() => {});`,
  'the window of a popup': `const popup = open('about:blank'); popup.fetch(url).catch(() => {}).finally(() => popup.close());`,
};

/** A service worker that asks for the URL in its own address. */
export const ASKING_WORKER = {
  type: 'text/javascript',
  body: `addEventListener('install', (event) => event.waitUntil(fetch(decodeURIComponent(location.search.slice(1))).catch(() => {})));`,
};
