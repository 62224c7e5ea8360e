import { render } from 'preact';
import { readParts } from '@/components/lazy';
import { PopupApp } from '@/components/PopupApp';
import { announceLanguage } from '@/utils/platform/texts';

announceLanguage(document);
const root = document.getElementById('app');
if (root) render(<PopupApp />, root);
// Not before the popup is shown.
addEventListener('load', () => requestIdleCallback(readParts, { timeout: 500 }));
