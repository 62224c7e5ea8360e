import { describe, expect, it } from 'vitest';
import { readImport } from './read-import';

describe('the body of a token request', () => {
  const form = { grant: 'password', client_id: 's6BhdRkqt3', username: 'johndoe' };

  it.each([
    ['as it is sent', 'grant_type=password&client_id=s6BhdRkqt3&username=johndoe&password=A3%20ddj3w'],
    ['with a plus for a space', '&client_id=s6BhdRkqt3&username=johndoe&grant_type=password&password=A3+ddj3w&'],
    ['over several lines', 'grant_type=password\n  &client_id=s6BhdRkqt3\r\n&username=johndoe\n&password=A3+ddj3w\n'],
    ['a line for each parameter', 'grant_type=password\nclient_id=s6BhdRkqt3\nusername=johndoe\npassword=A3+ddj3w'],
    [
      "as a browser's network panel shows it",
      'grant_type: password\nclient_id: s6BhdRkqt3\nusername: johndoe\npassword: A3 ddj3w',
    ],
  ])('is read %s', async (_case, text) => {
    expect(await readImport(text)).toMatchObject({
      ok: true,
      source: 'form-body',
      profiles: [{ profile: { form, name: 'devsandbox · johndoe' }, secrets: { password: 'A3 ddj3w' } }],
    });
  });

  it('says nothing of the server, which is told', async () => {
    const notes = [{ code: 'no-server' }];
    const reading = await readImport('grant_type=client_credentials&client_id=s6BhdRkqt3');
    expect(reading).toMatchObject({
      profiles: [{ profile: { form: { base_url: 'https://devsandbox.knetikcloud.com' } }, notes }],
    });
  });

  it('has its grant guessed when it names none', async () => {
    const guesses = ['username=a&client_id=b', 'refresh_token=a&client_id=b', 'client_secret=a&client_id=b'];
    const readings = await Promise.all(guesses.map((text) => readImport(text)));
    const grants = readings.map((reading) => reading.ok && reading.profiles[0]?.profile.form.grant);
    expect(grants).toEqual(['password', 'refresh_token', 'client_credentials']);
  });
});

describe('what is nothing that can be read', () => {
  it.each([
    ['', 'empty'],
    [' \n\uFEFF', 'empty'],
    ['hello', 'not-recognized'],
    ['username=ada', 'not-recognized'],
    ['curly braces', 'not-recognized'],
    ['{"a": 1}', 'not-recognized'],
    ['[]', 'not-recognized'],
    ['{"a": ', 'not-recognized'],
    ['{"format": "knetikcloud-credential-helper", "ver', 'damaged'],
    ['x'.repeat(5_000_001), 'too-large'],
  ])('%.40j: %s', async (text, code) => {
    expect(await readImport(text)).toEqual({ ok: false, code });
  });
});
