import type { JSX } from 'preact';
import { canOpenSidePanel, moveToSidePanel } from '@/utils/platform/side-panel';
import { t } from '@/utils/platform/texts';

/** Opens the popup's content beside the page, where it stays. Not shown there, nor where the browser has no such place. */
export function SidePanelButton(): JSX.Element | null {
  if (!canOpenSidePanel()) return null;
  const label = import.meta.env.FIREFOX ? t('sidePanel.openSidebar') : t('sidePanel.openSidePanel');
  return (
    <button type="button" class="quiet icon" aria-label={label} title={label} onClick={() => void moveToSidePanel()}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path fill="none" stroke="currentcolor" stroke-width="1.5" d="M1.750 2.750h12.500v10.500H1.750zM10 3v10" />
      </svg>
    </button>
  );
}
