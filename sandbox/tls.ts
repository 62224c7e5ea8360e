import type { TlsOptions } from 'node:tls';
import { generate } from 'selfsigned';

const hostNames = [
  'localhost',
  '*.knetikcloud.com',
  '*.devsandbox.knetikcloud.com',
  '*.sandbox.knetikcloud.com',
  '*.admin.sandbox.knetikcloud.com',
];

/** A fresh certificate, in memory only: clients have to be told to accept it. As `broken-tls.…`, handshakes fail. */
export async function generateTlsOptions(): Promise<TlsOptions> {
  const pems = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      {
        name: 'subjectAltName',
        altNames: [...hostNames.map((value) => ({ type: 2 as const, value })), { type: 7, ip: '127.0.0.1' }],
      },
    ],
  });
  return {
    key: pems.private,
    cert: pems.cert,
    // No protocol in common is a fatal alert (RFC 7301 §3.2). A secure context without a certificate would not do:
    // Node then goes on with the server's own. Clients that negotiate no protocol at all, so no browser, get through.
    // `servername` is false, whatever Node's types say, for a client that names no host (`https://127.0.0.1`).
    ALPNCallback: ({ servername, protocols }: { servername: string | false; protocols: string[] }) =>
      servername && servername.startsWith('broken-tls.')
        ? undefined
        : protocols.find((protocol) => protocol === 'http/1.1'),
  };
}
