import { render } from 'preact';
import { OptionsApp } from '@/components/options/OptionsApp';
import { announceLanguage } from '@/utils/platform/texts';

announceLanguage(document);
const root = document.getElementById('app');
if (root) render(<OptionsApp />, root);
