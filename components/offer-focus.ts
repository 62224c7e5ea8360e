/** Moves the focus there, unless the user is in a field of another part: what is being typed must not land elsewhere. */
export function offerFocus(target: HTMLElement | null | undefined): void {
  const busy = document.activeElement?.closest('input, select, textarea');
  if (!busy || busy.closest('form') === target?.closest('form')) target?.focus();
}
