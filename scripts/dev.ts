// npm run dev -- [--browser=chromium|firefox]: WXT's development mode, with the sandbox as KnetikCloud.
import { createServer } from 'wxt';
import { LOCAL_HOSTS } from '../e2e/support/hosts.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { ensureBrowser, explainMissing } from './browsers.ts';
import { onInterrupt } from './on-interrupt.ts';
import { readStartArguments } from './start/arguments.ts';
import { describeDemo } from './start/describe-demo.ts';

const { browser, page, headless } = readStartArguments(process.argv.slice(2), process.env, process.platform);
const executablePath = await ensureBrowser(browser);
if (!executablePath) {
  console.error(explainMissing(browser));
  process.exit(1);
}

const sandbox = await startSandbox();
const server = await createServer({
  browser: browser === 'firefox' ? 'firefox' : 'chrome',
  manifestVersion: 3,
  webExt: {
    binaries: { [browser === 'firefox' ? 'firefox' : 'chrome']: executablePath },
    startUrls: [page],
    chromiumArgs: [
      '--ignore-certificate-errors',
      `--host-resolver-rules=MAP *.knetikcloud.com:443 127.0.0.1:${sandbox.port}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(headless ? ['--headless=new'] : []),
    ],
    ...(headless && { firefoxArgs: ['-headless'] }),
    firefoxPref: {
      'network.dns.localDomains': LOCAL_HOSTS.join(','),
      'network.socket.forcePort': `443=${sandbox.port}`,
    },
  },
});
await server.start();
console.log(describeDemo());

onInterrupt(() => Promise.all([server.stop(), sandbox.stop()]));
