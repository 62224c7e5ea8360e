import { demoUsers, thirdPartyTokens } from '../../sandbox/demo-data.ts';

/** What to click, and who can log in. */
export function describeDemo(): string {
  const users = demoUsers.map(({ username, password }) => `  ${username.padEnd(8)} ${password}`);
  const tokens = Object.entries(thirdPartyTokens).flatMap(([grant_type, known]) =>
    Object.keys(known).map((token) => `  ${grant_type.padEnd(12)} ${token}`),
  );
  return [
    '',
    'A browser is open on a KnetikCloud stand-in that runs on this machine. Try this:',
    '  1. GET /me → “Try it out” → “Execute”: the server answers 401.',
    '  2. The cloud icon in the toolbar → “Get token”.',
    '  3. “Execute” again: 200.',
    '  4. The icon → “Log out”. “Execute”: 401.',
    '',
    'Users and passwords, for the grant type “Password”:',
    ...users,
    'Third-party tokens, for the other grant types:',
    ...tokens,
    'Client “game-server” has the secret “demo-secret”; `npm run sandbox` lists clients that misbehave.',
    '',
    'Close the browser or press Ctrl+C to stop everything.',
  ].join('\n');
}
