import { calledBy } from './cast.ts';

/** A page that asks all its APIs in turns as long as it is open, the first time while it is being parsed. */
export const SOAK_PAGE = '/soak.html';
const EVERY_MS = 300;

export function buildSoakPage(): string {
  return `<!doctype html><html lang="en"><title>soak</title><script>
    const page = location.origin;
    const apis = ${JSON.stringify(calledBy)}[page];
    const tab = Math.random().toString(36).slice(2);
    let times = 0;
    const ask = () => {
      const url = apis[times++ % apis.length] + '/me?soak=' + encodeURIComponent(page) + '&at=' + Date.now() + '&n=' + tab + times;
      if (times % 3 === 0) {
        const request = new XMLHttpRequest();
        request.open('GET', url);
        request.send();
      } else fetch(url).catch(() => {});
    };
    ask();
    setInterval(ask, ${EVERY_MS});
  </script></html>`;
}
