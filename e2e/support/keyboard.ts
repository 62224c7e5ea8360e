import type { KeyInput, Page } from 'puppeteer-core';

/** Where the focus is, as the user sees it. */
export interface Focus {
  /** What a screen reader would call it. */
  name: string;
  tag: string;
  /** Empty when it shows as it should: an outline of 2 px at least, in view, with nothing over it (WCAG 2.4.7, 2.4.11). */
  problem: string;
}

export function readFocus(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) {
      return { name: '', tag: 'body', problem: 'nothing has the focus' };
    }
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const hit = document.elementFromPoint(x, y);
    const label = 'labels' in element ? (element as HTMLInputElement).labels?.[0]?.textContent : undefined;
    const name = (element.getAttribute('aria-label') ?? label ?? element.textContent).replace(/ · optional$/, '');
    const hasOutline = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    const problem = !hasOutline ? 'it has no outline' : hit && element.contains(hit) ? '' : 'it is out of sight';
    return { name: name.trim(), tag: element.localName, problem };
  });
}

/** Presses the key until what is called so has the focus; throws when something on the way does not show that it has. */
export async function moveFocusTo(page: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 90; presses += 1) {
    await pressKeys(page, key);
    const focus = await readFocus(page);
    if (focus.problem !== '') throw new Error(`After ${key} on “${passed.at(-1)}”: ${focus.problem} (${focus.name}).`);
    if (focus.name === name) return;
    passed.push(focus.name);
  }
  throw new Error(`“${name}” does not get the focus by ${key}. Passed: ${passed.join(', ')}.`);
}

/** Such as “Control+K”. */
export async function pressKeys(page: Page, keys: string): Promise<void> {
  const names = keys.split('+') as KeyInput[];
  const last = names.pop();
  for (const name of names) await page.keyboard.down(name);
  if (last) await page.keyboard.press(last);
  for (const name of names.toReversed()) await page.keyboard.up(name);
}
