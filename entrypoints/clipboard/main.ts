import { clearCopiedInDocument } from '@/utils/platform/offscreen-clipboard';

// The background opens this page for the job, and it goes when the job is done.
void clearCopiedInDocument(document, location.hash.slice(1)).finally(() => window.close());
