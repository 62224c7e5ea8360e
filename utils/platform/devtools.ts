import browser from 'webextension-polyfill';
import { t } from './texts';

/** Adds the panel to the developer tools that have just been opened. */
export async function addPanel(): Promise<void> {
  await browser.devtools.panels.create(t('devtools.title'), '/icon/32.png', '/devtools-panel.html');
}

/** The tab that the developer tools inspect; for the panel's page in a tab of its own the one that its address names. */
export function getInspectedTab(): number | undefined {
  const inTools = getDevtools()?.inspectedWindow.tabId;
  if (inTools !== undefined) return inTools;
  const named = new URLSearchParams(location.search).get('tabId');
  return named === null || !/^\d+$/.test(named) ? undefined : Number(named);
}

/** Has the page wear the colours of the developer tools, which need not be those of the system. */
export function wearToolsColours(page: Document): void {
  const panels = getDevtools()?.panels;
  if (!panels) return;
  const wear = (theme: string): void => {
    page.documentElement.style.colorScheme = theme === 'dark' ? 'dark' : 'light';
  };
  wear(panels.themeName);
  // Firefox only; in Chromium a change of theme opens the tools anew.
  panels.onThemeChanged?.addListener(wear);
}

/** Absent outside the developer tools. */
function getDevtools(): Partial<typeof browser>['devtools'] {
  return (browser as Partial<typeof browser>).devtools;
}
