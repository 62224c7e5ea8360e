/** The kinds of server that every customer of KnetikCloud has. */
export const ENVIRONMENTS = ['devsandbox', 'sandbox', 'production'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** A DNS label (RFC 1035 §2.3.1), as KnetikCloud's customers are named; not one whose production were a test server. */
export function isAppName(text: string): boolean {
  return /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(text) && !isTestServer(text);
}

const isTestServer = (label: string | undefined): label is Exclude<Environment, 'production'> =>
  label === 'devsandbox' || label === 'sandbox';

/** The base URL of an app's server; without an app, of the environment that all share. Production has none of those. */
export function buildBaseUrl(environment: Environment, app: string): string {
  const labels = [app, environment === 'production' ? '' : environment, 'knetikcloud', 'com'];
  return `https://${labels.filter(Boolean).join('.')}`;
}

/** Such as "acme devsandbox" for a base URL that follows the template, else its host. */
export function nameServer(baseUrl: string): string {
  const found = readEnvironment(baseUrl);
  return found ? [found.app, found.environment].filter(Boolean).join(' ') : new URL(baseUrl).host;
}

/** App and environment of a base URL that follows the template; undefined for any other. */
export function readEnvironment(baseUrl: string): { environment: Environment; app: string } | undefined {
  const [, labels = ''] = /^https:\/\/([a-z0-9.-]+)\.knetikcloud\.com\/?$/.exec(baseUrl.trim().toLowerCase()) ?? [];
  const parts = labels.split('.');
  const last = parts.at(-1);
  const environment = isTestServer(last) ? last : 'production';
  const apps = environment === 'production' ? parts : parts.slice(0, -1);
  // Only test servers are shared by all.
  const isShared = environment !== 'production' && apps.length === 0;
  const [app = ''] = apps;
  if (!isShared && (apps.length !== 1 || !isAppName(app))) return undefined;
  return { environment, app };
}
