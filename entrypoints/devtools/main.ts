import { addPanel } from '@/utils/platform/devtools';

void addPanel();
