import { expect, it } from 'vitest';
import { withLastingLock } from './lasting-lock';
import type { HeldKey } from './vault-keeper-ports';

const OPEN: HeldKey = { kind: 'open', keys: [] };

/** The key's item in a browser that refuses to change it as long as it is told to. */
function buildItem() {
  const browser = { stored: OPEN as HeldKey | null, refuses: true };
  const item = withLastingLock({
    getValue: async () => browser.stored,
    async setValue(heldKey) {
      if (browser.refuses) throw new Error('refused');
      browser.stored = heldKey;
    },
  });
  return { browser, item };
}

it.each<HeldKey | null>([null, { kind: 'closing' }])(
  'a key that was to be taken away by %j is, though refused',
  async (away) => {
    const { item } = buildItem();
    await expect(item.setValue(away)).rejects.toThrow('refused');
    expect(await item.getValue()).toEqual({ kind: 'closing' });
  },
);

it.each<HeldKey>([{ kind: 'opening', keys: [] }, OPEN])(
  'a key that was to be there changes nothing when $kind is refused',
  async (heldKey) => {
    const { item } = buildItem();
    await expect(item.setValue(heldKey)).rejects.toThrow('refused');
    expect(await item.getValue()).toEqual(OPEN);
  },
);

it('what is stored counts again as soon as it can be changed', async () => {
  const { browser, item } = buildItem();
  await expect(item.setValue(null)).rejects.toThrow('refused');
  browser.refuses = false;
  await item.setValue(OPEN);
  expect(await item.getValue()).toEqual(OPEN);
});
