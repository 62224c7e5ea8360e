import { render } from 'preact';
import { PopupApp } from '@/components/PopupApp';
import { announceLanguage } from '@/utils/platform/texts';

announceLanguage(document);
const root = document.getElementById('app');
if (root) render(<PopupApp />, root);
