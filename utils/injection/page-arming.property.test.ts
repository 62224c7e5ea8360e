import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyArgument, isBoom } from '../testing/any-argument';
import { API_ORIGIN } from '../testing/examples';
import { ARMED_NAVIGATION, buildRealm, MARK, UNARMED_NAVIGATION } from '../testing/fake-realm';
import { fuzz } from '../testing/fuzz-runs';
import { ARMING_EVENT, buildArmingText, getArming } from './arming';
import { watchPageArming } from './page-arming';
import { RENEWED_EVENT } from './rejection';

/** What Node does with an exception of an event's listener: a page would see it as an error of its own. */
function listErrors(dispatch: () => void): Promise<unknown[]> {
  const errors: unknown[] = [];
  const note = (error: unknown): void => void errors.push(error);
  process.on('uncaughtException', note);
  dispatch();
  return new Promise((resolve) => {
    setTimeout(() => {
      process.off('uncaughtException', note);
      resolve(errors);
    });
  });
}

it('Whatever event a page sends, the page script does not throw, and marks nothing but requests to what was named', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(ARMING_EVENT, RENEWED_EVENT),
      anyArgument,
      fc.constantFrom(ARMED_NAVIGATION, UNARMED_NAVIGATION),
      async (name, build, navigation) => {
        const realm = buildRealm({ navigation });
        const [getMark, untilKnown] = watchPageArming(realm);
        const event = new CustomEvent(name, { detail: build() });
        const errors = await listErrors(() => realm.performance.dispatchEvent(event));
        // What the page's own traps throw is the page's own doing.
        expect(errors.filter((error) => !isBoom(error))).toEqual([]);
        expect(getMark('https://other.example/x')).toBeFalsy();
        expect(getMark('/oauth/token')).toBeFalsy();
        expect(['string', 'boolean', 'undefined']).toContain(typeof getMark('/me'));
        void untilKnown('/me');
      },
    ),
    fuzz(60),
  );
});

it('Whatever is stored, a page is armed with a mark and origins, or not', () => {
  const arming = fc.oneof(fc.anything(), fc.record({ mark: fc.anything(), apis: fc.anything() }, { requiredKeys: [] }));
  const pages = fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(API_ORIGIN, '__proto__'), arming));
  const stored = fc.oneof(fc.anything(), fc.record({ pages, offTabs: fc.anything() }, { requiredKeys: [] }));
  const good = { pages: { [API_ORIGIN]: { mark: MARK, apis: [API_ORIGIN] } }, offTabs: [] };
  fc.assert(
    fc.property(fc.oneof(stored, fc.constant(good)), (armed) => {
      const text = buildArmingText(getArming(armed as Parameters<typeof getArming>[0], API_ORIGIN));
      expect(text).toBeTypeOf('string');
      expect(text).not.toBe('');
    }),
    fuzz(500),
  );
  expect(buildArmingText(getArming(good, API_ORIGIN))).toBe(`${MARK} ${API_ORIGIN}`);
});
