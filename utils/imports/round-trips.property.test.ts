import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatPost } from '../formats/preview';
import { quoteForShell } from '../formats/quote';
import { buildFormPost } from '../oauth2/form-post';
import { anyProfile } from '../testing/any-profile';
import { sendableText } from '../testing/any-text';
import { fuzz } from '../testing/fuzz-runs';
import { openWithPassphrase, sealWithPassphrase } from '../vault/seal-with-passphrase';
import { buildExport } from './build-export';
import { readCurl } from './read-curl';
import { readFormBody } from './read-form-body';
import { readImport } from './read-import';
import { splitBash } from './split-bash';
import { splitCmd } from './split-cmd';

const value = sendableText({ minLength: 1, maxLength: 15 }).filter((text) => !text.includes('\0'));
const anyParameters = fc.record({
  grant_type: fc.constant('password'),
  client_id: value,
  client_secret: value,
  username: value,
  password: value,
});
const ENDPOINT = 'https://acme.knetikcloud.com/oauth/token';
const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));

it('A form that was encoded is read as it was, from its body and from the line of curl that is shown for it', () => {
  fc.assert(
    fc.property(anyParameters, (parameters) => {
      const post = buildFormPost(ENDPOINT, parameters);
      const found = [readFormBody(post.body.toString()), readCurl(formatPost(post, 'curl', 'plain'))];
      for (const findings of found) {
        expect(Object.fromEntries(findings?.logins[0]?.parameters ?? [])).toEqual(parameters);
      }
      expect(found[1]?.logins[0]?.tokenUrl).toBe(ENDPOINT);
    }),
    fuzz(200),
  );
});

it('A word that was quoted for bash is split off as it was', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (words) => {
      expect(splitBash(words.map(quoteForShell).join(' '))).toEqual([words]);
    }),
    fuzz(200),
  );
});

it('Whatever line it is, what bash and cmd make of it is words, and all but quotes and escapes is in them', () => {
  fc.assert(
    fc.property(sendableText({ maxLength: 60 }), (line) => {
      for (const words of [splitBash(`curl ${line}`), splitCmd(`curl ${line}`)]) {
        expect(words[0]?.[0]?.startsWith('curl')).toBe(true);
        expect(words.flat().join('').length).toBeLessThanOrEqual(line.length + 4);
      }
    }),
    fuzz(300),
  );
});

it('An export that was sealed brings the same profiles and secrets, and nothing to whoever has another passphrase', async () => {
  const anySecrets = fc.record({ client_secret: value, password: value, token: value, refresh_token: value });
  await fc.assert(
    fc.asyncProperty(anyProfile('a'), anySecrets, value, value, async (profile, secrets, passphrase, other) => {
      fc.pre(passphrase !== other);
      const seal = (text: string) => sealWithPassphrase(text, passphrase, { randomBytes, rounds: 1 });
      const text = await buildExport([profile], { secrets: new Map([['a', secrets]]), seal });
      const read = (typed: string) =>
        readImport(text, { sealed: { kind: 'open', passphrase: typed, open: openWithPassphrase } });
      const reading = await read(passphrase);
      const { id: _id, ...rest } = profile;
      expect(reading.ok && reading.profiles.map((each) => [each.profile, each.secrets])).toEqual([[rest, secrets]]);
      expect((await read(other)).ok).toBe(false);
    }),
    fuzz(50),
  );
});
