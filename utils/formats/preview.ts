import type { FormPost } from '@/utils/oauth2/form-post';
import { SECRET_PARAMETERS, type TokenParameter } from '@/utils/oauth2/grants';
import { quoteForShell } from './quote';

export type PreviewFormat = 'text' | 'curl';
/** `masked` may be shown to anybody, and tells not even how long a secret is. */
export type SecretsView = 'masked' | 'plain';

const MASK = '••••••••';

/** A request as it goes over the wire, or as the command that sends the same. */
export function formatPost(post: FormPost, format: PreviewFormat, secrets: SecretsView): string {
  const headers = Object.entries(post.headers).map(([name, value]) => `${name}: ${value}`);
  const body = writeBody(post.body, secrets);
  if (format === 'text') return [`${post.method} ${post.url}`, ...headers, '', body].join('\n');
  // The body is percent-encoded and the headers are ours: there is nothing in them that a shell cannot be told.
  const options = [
    ...headers.map((header) => `--header ${quoteForShell(header)}`),
    `--data-raw ${quoteForShell(body)}`,
  ];
  return [`curl --request ${post.method} ${quoteForShell(post.url)}`, ...options].join(' \\\n  ');
}

function writeBody(body: URLSearchParams, secrets: SecretsView): string {
  if (secrets === 'plain') return body.toString();
  const pairs = [...body].map(([name, value]) =>
    SECRET_PARAMETERS.has(name as TokenParameter) ? `${name}=${MASK}` : new URLSearchParams([[name, value]]).toString(),
  );
  return pairs.join('&');
}
