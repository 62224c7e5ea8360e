import { parseArgs } from 'node:util';
import { demoClients, demoRefreshToken, demoUsers, thirdPartyTokens } from './demo-data.ts';
import { startSandbox } from './start-sandbox.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '8443' } } });

const sandbox = await startSandbox({ port: Number(values.port) }).catch((error: unknown) => {
  console.error(`Port ${values.port} cannot be used: ${String(error)}`);
  process.exit(1);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void sandbox.stop());

const thirdParty = Object.entries(thirdPartyTokens).flatMap(([grant_type, tokens]) =>
  Object.entries(tokens).map(([token, username]) => [`${grant_type}: ${token}`, username] as const),
);

console.log(`KnetikCloud stand-in at ${sandbox.url} (its certificate was made just now: your browser will warn)\n`);
printTable(
  'Users, username and password',
  demoUsers.map(({ username, password }) => [username, password]),
);
printTable('Third-party tokens', thirdParty);
printTable('Refresh token', [
  [demoRefreshToken.refreshToken, `${demoRefreshToken.client_id}, ${demoRefreshToken.username}`],
]);
printTable(
  'Clients, by client_id',
  demoClients.map(({ id, about }) => [id, about]),
);
console.log('Ctrl+C stops it.');

function printTable(title: string, rows: readonly (readonly [string, string])[]) {
  const width = Math.max(...rows.map(([name]) => name.length));
  console.log(title);
  for (const [name, text] of rows) console.log(`  ${name.padEnd(width)}  ${text}`);
  console.log('');
}
