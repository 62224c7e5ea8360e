import { render } from 'preact';
import { WelcomeApp } from '@/components/welcome/WelcomeApp';
import type { SelfTest } from '@/components/welcome/SelfTestSection';
import { buildSelfTestPorts } from '@/utils/platform/self-test-ports';
import { announceLanguage, t } from '@/utils/platform/texts';
import { listSelfTestChecks, runSelfTest } from '@/utils/services/self-test';

function prepareSelfTest(origin: string): SelfTest {
  const ports = buildSelfTestPorts(origin);
  return { checks: listSelfTestChecks(ports), run: (onResult) => runSelfTest(ports, onResult) };
}

announceLanguage(document);
document.title = t('welcome.title');
const root = document.getElementById('app');
if (root) render(<WelcomeApp prepareSelfTest={prepareSelfTest} />, root);
