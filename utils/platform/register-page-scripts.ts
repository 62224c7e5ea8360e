import browser from 'webextension-polyfill';
import { buildHostPattern } from '@/utils/injection/host-pattern';
import { isKnetikCloudHost } from '@/utils/oauth2/base-url';

/** Chromium's, of which the polyfill knows only part. */
interface PageScript {
  id: string;
  js: string[];
  world: 'MAIN' | 'ISOLATED';
}

const SCRIPTS: PageScript[] = [
  { id: 'page', js: ['content-scripts/page.js'], world: 'MAIN' },
  { id: 'page-relay', js: ['content-scripts/page-relay.js'], world: 'ISOLATED' },
];

/**
 * Chromium: has page script and relay run in the pages of these origins from now on, and in no others but KnetikCloud's,
 * where the manifest has them. Documents that are open already need a reload.
 */
export async function registerPageScripts(origins: readonly string[]): Promise<void> {
  const further = origins.filter((origin) => !isKnetikCloudHost(new URL(origin).hostname));
  const matches = [...new Set(further.map(buildHostPattern))].toSorted();
  const { scripting } = browser;
  const [registered] = await scripting.getRegisteredContentScripts();
  if (String(registered?.matches?.toSorted() ?? []) === String(matches)) return;
  if (matches.length === 0) return scripting.unregisterContentScripts();
  const scripts = SCRIPTS.map((script) => ({
    ...script,
    matches,
    runAt: 'document_start' as const,
    allFrames: true,
    matchOriginAsFallback: true,
    // Registered anew at each start, as the stored state says.
    persistAcrossSessions: false,
  }));
  await (registered ? scripting.updateContentScripts(scripts) : scripting.registerContentScripts(scripts));
}
