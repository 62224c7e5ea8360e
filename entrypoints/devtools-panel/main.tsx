import { render } from 'preact';
import { DevtoolsPanel } from '@/components/DevtoolsPanel';
import { getInspectedTab, wearToolsColours } from '@/utils/platform/devtools';
import { announceLanguage } from '@/utils/platform/texts';

announceLanguage(document);
wearToolsColours(document);
const root = document.getElementById('app');
if (root) render(<DevtoolsPanel tabId={getInspectedTab()} />, root);
