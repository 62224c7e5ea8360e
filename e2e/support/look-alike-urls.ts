import { API, FOREIGN, LOOK_ALIKES, OTHER_PORT, PLAIN_HTTP, SIBLING, SUBDOMAIN } from './hosts.ts';

const HOST = new URL(API).host;
const FOREIGN_HOST = new URL(FOREIGN).host;
/** The API's name with this in it, which is not removed by the parsing of host names. */
const withInName = (text: string): string => `https://devsand${text}box.knetikcloud.com`;

/** URLs that do not lead to the API, each with what is deceptive about it. All of them end with a path. */
export const DECEPTIVE_URLS: [name: string, build: (path: string) => string][] = [
  ...Object.entries(LOOK_ALIKES).map(([name, origin]): [string, (path: string) => string] => [
    `a host ${name}`,
    (path) => origin + path,
  ]),
  ['a subdomain of the API’s host', (path) => SUBDOMAIN + path],
  ['another KnetikCloud host', (path) => SIBLING + path],
  ['the API’s host as a username', (path) => `https://${HOST}@${FOREIGN_HOST}${path}`],
  ['the API’s host and port as username and password', (path) => `https://${HOST}:443@${FOREIGN_HOST}${path}`],
  ['the API’s host and an encoded slash as a username', (path) => `https://${HOST}%2f@${FOREIGN_HOST}${path}`],
  ['a backslash that ends the host early', (path) => `${FOREIGN}\\@${HOST}${path}`],
  ['a tab between the API’s host and the rest', (path) => `${API}\t.evil.example${path}`],
  ['a line break between the API’s host and the rest', (path) => `${API}\n.evil.example${path}`],
  ['the API in the path', (path) => `${FOREIGN}/${API}${path}`],
  ['the API in the query', (path) => `${FOREIGN}${path}?${API}/`],
  ['the API in the fragment', (path) => `${FOREIGN}${path}#${API}/`],
  ['no scheme', (path) => `//${FOREIGN_HOST}${path}`],
  ['backslashes for slashes', (path) => `\\\\${FOREIGN_HOST}${path}`],
  ['the other port behind a tab', (path) => `${API}\t:8443${path}`],
  ['the other port with leading zeros', (path) => `${OTHER_PORT.replace(':8443', ':008443')}${path}`],
];

export const PLAIN_HTTP_URLS: typeof DECEPTIVE_URLS = [
  ['to the API’s host', (path) => PLAIN_HTTP + path],
  ['to the API’s host on the port of https', (path) => `http://${HOST}:443${path}`],
];

/** Other ways to write URLs of the API. They lead there, so they are to carry. */
export const DISGUISED_API_URLS: [name: string, build: (path: string) => string][] = [
  ['in upper case', (path) => `HTTPS://${HOST.toUpperCase()}${path}`],
  ['with its port', (path) => `${API}:443${path}`],
  ['with a tab in its name', (path) => withInName('\t') + path],
  ['with a soft hyphen in its name', (path) => withInName('\u00AD') + path],
  ['with an encoded letter in its name', (path) => `https://%64evsandbox.knetikcloud.com${path}`],
  ['with fullwidth letters', (path) => `https://ｄｅｖsandbox.knetikcloud.com${path}`],
  ['with ideographic dots', (path) => `https://devsandbox。knetikcloud。com${path}`],
  ['with backslashes', (path) => `https:\\\\${HOST}\\.${path}`],
  ['with spaces and controls around', (path) => ` \u0001${API}${path}\u0000 `],
  ['with another site in the fragment', (path) => `${API}${path}#${FOREIGN}/`],
  ['with another site’s name in the query', (path) => `${API}${path}@${FOREIGN_HOST}`],
];
