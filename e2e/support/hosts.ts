/** Host names of the tests; all of them lead to the sandbox, except those whose point is that they do not. */
export const API = 'https://devsandbox.knetikcloud.com';
/** Another customer's host: an extension's initiator rules would take it for the same site. */
export const SUBDOMAIN = 'https://other.devsandbox.knetikcloud.com';
export const SIBLING = 'https://other.knetikcloud.com';
export const FOREIGN = 'https://foreign.example';
export const PLAIN_HTTP = 'http://devsandbox.knetikcloud.com';
/** A page of the developer's own, and an API of a customer, on hosts of their own. */
export const OWN_PAGE = 'https://app.game.example';
export const SECOND_PAGE = 'https://second.game.example';
export const OWN_API = 'https://api.game.example';
/** Has no address. */
export const NOWHERE = 'https://nowhere.knetikcloud.com';
/** Its TLS handshake fails. */
export const BROKEN_TLS = 'https://broken-tls.knetikcloud.com';
/** Nothing listens on this port of this machine. */
export const NO_SERVER = 'https://no-server.knetikcloud.com:4443';
/** Has no revocation endpoint. */
export const NO_REVOKE = 'https://no-revoke.knetikcloud.com';

/** The API's host on another port: another origin, which an extension's initiator rules would take for the same. */
export const OTHER_PORT = `${API}:8443`;

/** Origins that are easily taken for the API's, or for one that has something to do with it. */
export const LOOK_ALIKES = {
  'whose name begins with the API’s': `${API}.evil.example`,
  'whose name ends with the API’s': 'https://evildevsandbox.knetikcloud.com',
  'whose domain ends with KnetikCloud’s': 'https://devsandbox.evilknetikcloud.com',
  'whose name has a hyphen for the dot': 'https://devsandbox-knetikcloud.com',
  'that is the parent domain': 'https://knetikcloud.com',
  'that is a subdomain of a subdomain': 'https://a.b.devsandbox.knetikcloud.com',
  'that has a dot behind its name': `${API}.`,
  'that looks the same, with a Cyrillic letter': new URL('https://d\u0435vsandbox.knetikcloud.com').origin,
  'that is the API’s on another port': OTHER_PORT,
} as const;

/** Those that a browser must be told to find on this machine. */
export const LOCAL_HOSTS = [
  API,
  SUBDOMAIN,
  SIBLING,
  FOREIGN,
  OWN_PAGE,
  SECOND_PAGE,
  OWN_API,
  BROKEN_TLS,
  NO_SERVER,
  NO_REVOKE,
  ...Object.values(LOOK_ALIKES),
].map((url) => new URL(url).hostname);

/** Those that a request may be for in a test: all there are. */
export const EXPECTED_HOSTS = [...LOCAL_HOSTS, new URL(NOWHERE).hostname];
