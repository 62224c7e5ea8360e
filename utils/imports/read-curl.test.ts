import { describe, expect, it } from 'vitest';
import {
  CHROME_BASH,
  CHROME_CMD,
  FIREFOX_BASH,
  FIREFOX_CMD,
  TYPED_WITH_USER,
} from '../testing/import-examples/curl-lines';
import { readImport } from './read-import';

async function readOne(text: string) {
  const reading = await readImport(text);
  if (!reading.ok) return reading;
  const [first] = reading.profiles;
  const form = first?.profile.form;
  const taken = { ...form, ...first?.secrets };
  const filled = Object.fromEntries(Object.entries(taken).filter(([, value]) => value !== ''));
  return {
    source: reading.source,
    count: reading.profiles.length,
    name: first?.profile.name,
    notes: first?.notes,
    ...filled,
  };
}

const ACME = { source: 'curl', count: 1, base_url: 'https://acme.devsandbox.knetikcloud.com', notes: [] };
const USER = { ...ACME, name: 'acme devsandbox · ada', grant: 'password', client_id: 'acme-web', username: 'ada' };
const client_secret = '7Fjfp0ZBr1KtDRbnfVdmIw';
const SERVER = {
  ...ACME,
  name: 'acme devsandbox · acme-server',
  grant: 'client_credentials',
  client_id: 'acme-server',
};

describe('a line of curl as a browser copies it', () => {
  it.each([
    ['Chrome, bash', CHROME_BASH, { ...USER, client_secret, password: "it's a secret!" }],
    ['Chrome, cmd', CHROME_CMD, { ...USER, client_secret, password: String.raw`50%"off"&^\ `.trim() }],
    [
      'Chrome, cmd, with the line ends of Windows',
      CHROME_CMD.replaceAll('\n', '\r\n'),
      { ...USER, client_secret, password: String.raw`50%"off"&^\ `.trim() },
    ],
    ['Firefox, POSIX', FIREFOX_BASH, { ...SERVER, client_secret: 'gX1fBat3bV' }],
    ['Firefox, Windows', FIREFOX_CMD, { ...SERVER, client_secret: 'gX1fBat3bV' }],
  ])('is read: %s', async (_case, text, expected) => {
    expect(await readOne(text)).toEqual(expected);
  });
});

describe('a line of curl as people type it', () => {
  const url = 'https://acme.devsandbox.knetikcloud.com/oauth/token';
  const expected = { ...USER, password: 'p+w' };
  const client = '-d client_id=acme-web';

  it.each([
    ['several -d', `curl ${url} -d grant_type=password ${client} -d username=ada -d password=p%2Bw`],
    [
      'values in the short options',
      `curl -XPOST -dgrant_type=password ${client} -sSdusername=ada ${url} -d password=p%2Bw`,
    ],
    [
      'content to be encoded',
      `curl ${url} ${client} -d 'grant_type=password&username=ada' --data-urlencode 'password=p+w'`,
    ],
    ['a query with -G', `curl -G "${url}?client_id=acme-web" -d grant_type=password -d username=ada -d password=p%2Bw`],
    ['form parts', `curl --url ${url} -F grant_type=password -F client_id=acme-web -F username=ada -F "password=p+w"`],
    ['a prompt before it', `$ curl -k ${url} -d "grant_type=password&client_id=acme-web&username=ada&password=p%2Bw"`],
    [
      'a prompt of Windows',
      `C:\\Users\\ada> curl.exe ${url} -d "grant_type=password&client_id=acme-web&username=ada&password=p%2Bw"`,
    ],
    [
      'a command behind it',
      `curl ${url} -d 'grant_type=password&client_id=acme-web&username=ada&password=p%2Bw' | jq . > token.json`,
    ],
    [
      'quotes in the middle of words',
      `curl ${url} -d grant_type='pass'"word" ${client} -d 'username=ada' -d password=p'+w' --data-raw ''`.replace(
        "p'+w'",
        "p'%2B'w",
      ),
    ],
    ['an unclosed quote', `curl ${url} -d 'grant_type=password&client_id=acme-web&username=ada&password=p%2Bw`],
  ])('is read with %s', async (_case, text) => {
    expect(await readOne(text)).toEqual(expected);
  });

  it('is read with client id and secret in -u, and recognized as production', async () => {
    const reading = await readImport(TYPED_WITH_USER);
    expect(reading).toMatchObject({
      profiles: [
        {
          profile: {
            name: 'acme production · s6BhdRkqt3',
            colour: 'red',
            isProduction: true,
            form: { client_id: 's6BhdRkqt3' },
          },
          secrets: { client_secret: 'gX1fBat3bV' },
          notes: [],
        },
      ],
    });
  });

  it("is read with the client's header of RFC 6749 §2.3.1", async () => {
    const text = `curl ${url} -H 'Authorization: Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW' -d grant_type=client_credentials`;
    expect(await readOne(text)).toMatchObject({ client_id: 's6BhdRkqt3', client_secret: 'gX1fBat3bV', notes: [] });
  });

  it('may have another grant, as a plug-in of the server names it', async () => {
    const text = `curl ${url} -d 'grant_type=steam&client_id=acme-web&token=s3cret'`;
    const notes = [{ code: 'uncommon-grant' }];
    expect(await readOne(text)).toMatchObject({ grant: 'other', other_grant_type: 'steam', token: 's3cret', notes });
  });

  it('gives one profile for each of several commands, and each only once', async () => {
    const text = [CHROME_BASH, FIREFOX_BASH, CHROME_BASH].join(' ;\n');
    expect(await readOne(text)).toMatchObject({ count: 2 });
  });
});

describe('what cannot be taken from a line of curl is told', () => {
  const url = 'https://acme.devsandbox.knetikcloud.com/oauth/token';
  const start = `curl ${url} -d grant_type=client_credentials -d client_id=acme-web`;

  it.each([
    [
      'parameters of no login',
      `${start} -d scope=read -d 'device=x y'`,
      { code: 'not-sent', names: ['scope', 'device'], hiddenCount: 0 },
    ],
    ['a part without a name', `${start} -d s3cret`, { code: 'not-sent', names: [], hiddenCount: 1 }],
    ['a file', `${start} -d @secret.txt`, { code: 'file' }],
    [
      'a variable of the shell',
      `${start} -d "client_secret=$SECRET"`,
      { code: 'variable', parameter: 'client_secret' },
    ],
    ['a command in the line', `${start} -d client_secret=$(cat x)`, { code: 'variable', parameter: 'client_secret' }],
    ['a parameter that comes twice', `${start} -d client_id=b`, { code: 'repeated', parameter: 'client_id' }],
    [
      'a value without end',
      `${start} -d client_secret=${'x'.repeat(5001)}`,
      { code: 'too-long', parameter: 'client_secret' },
    ],
    ['no grant_type', `curl ${url} -d client_id=a`, { code: 'no-grant' }],
    ['no client_id', `curl ${url} -d grant_type=password`, { code: 'no-client-id', proposed: 'knetik' }],
    ['another path', `curl https://a.example/api/login -d 'grant_type=password&client_id=a'`, { code: 'other-path' }],
    [
      'an address in a variable',
      `curl "$BASE/oauth/token" -d 'grant_type=password&client_id=a'`,
      { code: 'server-variable' },
    ],
  ])('%s', async (_case, text, note) => {
    expect(await readOne(text)).toMatchObject({ notes: [note] });
  });

  it('a secret that also stands where everybody sees it does not get into the name', async () => {
    const text = `curl ${url} -d 'grant_type=password&client_id=a&username=hunter2hunter2&password=hunter2hunter2'`;
    expect(await readOne(text)).toMatchObject({ name: 'acme devsandbox · •••' });
  });

  it('an address that is not encrypted leads to no profile at all', async () => {
    const text = `curl http://acme.devsandbox.knetikcloud.com/oauth/token -d 'grant_type=password&username=a&password=b'`;
    const notes = [{ code: 'left-out', reason: 'base-url-not-https', count: 1 }];
    expect(await readImport(text)).toEqual({ ok: false, code: 'nothing-usable', notes });
  });

  it('nor does a request for something else', async () => {
    const text =
      "curl 'https://acme.devsandbox.knetikcloud.com/users/me' -H 'Authorization: Bearer 2YotnFZFEjr1zCsicMWpAA'";
    const notes = [{ code: 'not-a-token-request' }];
    expect(await readImport(text)).toEqual({ ok: false, code: 'nothing-usable', notes });
  });
});
